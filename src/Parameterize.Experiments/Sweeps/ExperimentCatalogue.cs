using System.Reflection;

namespace Parameterize.Experiments.Sweeps;

/// <summary>The experiments of an assembly, by name.</summary>
internal static class ExperimentCatalogue
{
    /// <summary>The classes that are experiments, in ordinal order of their full names.</summary>
    public static IReadOnlyList<Type> Of(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }
                && typeof(IExperiment).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    /// <summary>Makes the experiment of a name, with or without its namespace, whatever the case.</summary>
    /// <exception cref="ArgumentException">There is none, or more than one; the message lists those there are.</exception>
    public static IExperiment Make(Assembly assembly, string name)
    {
        var all = Of(assembly);
        var named = all.Where(type => Same(type.FullName!, name)).ToArray();
        if (named.Length == 0)
        {
            named = [.. all.Where(type => Same(type.Name, name))];
        }

        if (named.Length == 1)
        {
            return (IExperiment)Activator.CreateInstance(named[0])!;
        }

        var (file, list) = (assembly.GetName().Name, string.Join(", ", (named.Length == 0 ? all : named).Select(type => type.FullName)));
        throw new ArgumentException(Why());

        string Why()
        {
            if (named.Length > 1)
            {
                return $"{file} has several experiments '{name}': {list}. Give the full name.";
            }

            return all.Count > 0
                ? $"{file} has no experiment '{name}'; it has {list}."
                : $"{file} has no experiment: none of its public classes implements {typeof(IExperiment).FullName} with a constructor " +
                  "without parameters.";
        }
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
