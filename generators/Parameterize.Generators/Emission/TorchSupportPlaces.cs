namespace Parameterize.Generators.Emission;

/// <summary>
/// The part of <see cref="TorchSupportEmitter"/> that registers layers, and finds them and their tensors by the places that they have in
/// what holds them.
/// </summary>
internal static class TorchSupportPlaces
{
    /// <summary>Members of the class that all generated parts call.</summary>
    public const string Source = """

                /// <summary>
                /// Registers what the class has not registered itself, under another name, so that a checkpoint has that name alone.
                /// </summary>
                public static void Register(torch.nn.Module module, Action registerComponents)
                {
                    (string name, torch.nn.Module module)[] own = module.named_children().ToArray();
                    registerComponents();
                    foreach ((string name, torch.nn.Module child) in module.named_children().ToArray())
                    {
                        if (own.All(other => other.name != name) && own.Any(other => ReferenceEquals(other.module, child)))
                        {
                            module.register_module(name, null!);
                        }
                    }
                }

                /// <summary>Registers the modules of an array or list, which TorchSharp's reflection overlooks.</summary>
                public static void RegisterList(torch.nn.Module module, string name, IEnumerable<torch.nn.Module?>? items) =>
                    Register(module, name, new ModuleList<torch.nn.Module>(Present(items).ToArray()));

                /// <summary>Registers the parameters of an array or list, which TorchSharp's reflection overlooks.</summary>
                public static void RegisterList(torch.nn.Module module, string name, IEnumerable<Parameter?>? items) =>
                    Register(module, name, new ParameterList(Present(items).ToArray()));

                /// <summary>The same for one whose layers are told apart by their place, which none that is missing may shift.</summary>
                public static void RegisterPlaces(torch.nn.Module module, string name, IEnumerable<torch.nn.Module?>? items)
                {
                    if (items is not null && items.Any(item => item is null))
                    {
                        throw new InvalidOperationException(
                            $"An element of '{name}' is null, whose layers scale by their place. Fill the list, or give each kind of "
                                + "layer a list of its own.");
                    }

                    RegisterList(module, name, items);
                }

                /// <summary>
                /// A list that TorchSharp has registered before it was full keeps what came later out of sight, and its places are others.
                /// </summary>
                public static void CheckPlaces(torch.nn.Module module, string name, int? count)
                {
                    int registered = module.named_modules().FirstOrDefault(child => child.name == name).module?.named_children().Count()
                        ?? 0;
                    if (count is int all && registered != all)
                    {
                        throw new InvalidOperationException(
                            FormattableString.Invariant($"'{name}' has {all} layers, of which TorchSharp has registered {registered}: ")
                            + "fill it before RegisterComponents is called.");
                    }
                }

                /// <summary>
                /// The compiler read the sizes behind a loop as its rounds leave them, and the last layer as another than the first.
                /// </summary>
                public static void CheckRounds(torch.nn.Module module, string name, int least, string loop)
                {
                    torch.nn.Module? container = module.named_children().FirstOrDefault(child => child.name == name).module;
                    int count = container?.named_children().Count() ?? 0;
                    if (count < least)
                    {
                        throw new InvalidOperationException(
                            FormattableString.Invariant($"'{name}' of '{module.GetName()}' holds {count} modules, and how it scales ")
                            + FormattableString.Invariant($"was read for {least} or more, as the rounds of '{loop}' make them: with ")
                            + "fewer, sizes are others. Build the first and the last layer outside of the loop.");
                    }
                }

                /// <summary>The compiler read a static number that others can set as it is declared.</summary>
                public static void CheckDeclared(string model, string name, double value, double declared)
                {
                    if (value != declared)
                    {
                        throw new InvalidOperationException(
                            FormattableString.Invariant($"'{name}' is {value}, and '{model}' scales as if it were {declared}, as it is ")
                            + "declared. Make it const or readonly.");
                    }
                }

                private static void Register(torch.nn.Module module, string name, torch.nn.Module component)
                {
                    // The class may have done so itself.
                    if (module.named_children().All(child => child.name != name))
                    {
                        module.register_module(name, component);
                    }
                }

                /// <summary>The modules of a class below a member, but for those in models inside, which have drawn their own.</summary>
                public static IEnumerable<torch.nn.Module> Modules(torch.nn.Module module, string member, Type type)
                {
                    (string name, torch.nn.Module module)[] inside = module.named_modules()
                        .Where(named => IsInside(named.name, member))
                        .ToArray();
                    string[] models = inside.Where(named => named.module is IParameterizedModel).Select(named => named.name).ToArray();
                    return inside.Where(named => named.module.GetType() == type && !models.Any(model => IsInside(named.name, model)))
                        .Select(named => named.module).ToArray();
                }

                private static bool IsInside(string name, string member) =>
                    name == member || name.StartsWith(member + ".", StringComparison.Ordinal);

                /// <summary>A pattern with places from the end written as names.</summary>
                private static IEnumerable<string> Counted(torch.nn.Module module, string pattern)
                {
                    string[] parts = pattern.Split('.');
                    int place = Array.FindIndex(parts, part => part.StartsWith("^", StringComparison.Ordinal));
                    if (place < 0)
                    {
                        return new[] { pattern };
                    }

                    int fromEnd = int.Parse(parts[place].Substring(1), global::System.Globalization.CultureInfo.InvariantCulture);
                    string container = string.Join(".", parts.Take(place));
                    string after = string.Concat(parts.Skip(place + 1).Select(part => "." + part));
                    return module.named_modules()
                        .Where(named => Fits(named.name, container))
                        .Select(named => (named.name, children: named.module.named_children().ToArray()))
                        .Where(named => named.children.Length >= fromEnd)
                        .SelectMany(named => Counted(module, $"{named.name}.{named.children[named.children.Length - fromEnd].name}{after}"))
                        .ToArray();
                }

                /// <summary>Whether a name is as a pattern says, or is that of something inside of what the pattern speaks of.</summary>
                private static bool IsBelow(string name, string pattern) =>
                    Fits(string.Join(".", name.Split('.').Take(pattern.Split('.').Length)), pattern);

                /// <summary>Whether a name is as a pattern says, in which <c>*</c> stands for any characters but dots.</summary>
                private static bool Fits(string name, string pattern)
                {
                    // The last * takes one character more where what follows it does not fit: an earlier one need not, and none crosses a
                    // dot.
                    (int at, int inPattern, int star, int taken) = (0, 0, -1, 0);
                    while (at < name.Length)
                    {
                        if (inPattern < pattern.Length && pattern[inPattern] == '*')
                        {
                            (star, taken) = (inPattern++, at);
                        }
                        else if (inPattern < pattern.Length && pattern[inPattern] == name[at])
                        {
                            (at, inPattern) = (at + 1, inPattern + 1);
                        }
                        else if (star >= 0 && name[taken] != '.')
                        {
                            (at, inPattern) = (++taken, star + 1);
                        }
                        else
                        {
                            return false;
                        }
                    }

                    return pattern.Substring(inPattern).All(left => left == '*');
                }

        """;
}
