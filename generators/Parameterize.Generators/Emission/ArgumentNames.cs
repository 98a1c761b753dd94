using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Emission;

/// <summary>
/// The parameters of InitializeParameters: each is called what it stands for, unless that is the name of something else that the
/// method speaks of. No two are alike, whatever users call theirs.
/// </summary>
internal sealed class ArgumentNames
{
    /// <summary>The parameter with the ratios.</summary>
    public const string Widths = "widths";

    /// <summary>The local with the table.</summary>
    public const string Tensors = "tensors";

    /// <summary>What the methods' bodies declare or call beside what the model names.</summary>
    private static readonly string[] Locals =
        ["generator", "nameof", "RegisterComponents", Tensors, Widths, FactorExpression.Sqrt, FactorExpression.Pow];

    private readonly Dictionary<string, string> _byParameter = [];

    public ArgumentNames(ModelSpec model)
    {
        var taken = new HashSet<string>(Locals.Concat(MemberNameList.Of(model))
            .Concat(model.Widths.Select(width => width.Symbol))
            .Concat(model.Rules.Select(rule => rule.Variable)));
        foreach (var width in model.Told)
        {
            // Two options objects may both have a width of one name: each is called with its owner's name then.
            var isShared = model.Widths.Count(other => other.Argument == width.Argument) > 1;
            _byParameter[width.Parameter] = Free(isShared ? width.QualifiedArgument : width.Argument, taken);
        }

        Richness = Free(model.RichnessParameter ?? "richness", taken);
        Gamma = Free(model.GammaParameter ?? "gamma", taken);
    }

    /// <summary>The dial, set at run time or not.</summary>
    public string Richness { get; }

    /// <summary>gamma, set at run time or not.</summary>
    public string Gamma { get; }

    /// <summary>The argument that brings a width which no tensor shows.</summary>
    public string Of(WidthSpec width) => _byParameter[width.Parameter];

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var twin = 1; !taken.Add(free); twin++)
        {
            free = twin == 1 ? name + "Value" : name + "Value" + Literal.Of(twin);
        }

        return Literal.Identifier(free);
    }
}
