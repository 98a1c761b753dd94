using System.Reflection;
using System.Text.Json.Nodes;
using Parameterize.Testing.Locks;
using Parameterize.Tool.Loading;

namespace Parameterize.Tool.Inspect;

/// <summary>Reads the tables of the annotated classes of an assembly. By name, since the library is the user's own version of it.</summary>
internal static class ModelFinder
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The tables, in the order of the classes' full names.</summary>
    /// <param name="path">The assembly.</param>
    /// <param name="name">A class, with or without its namespace; null for all.</param>
    /// <exception cref="UserException">The assembly cannot be read, or has no such model.</exception>
    public static IReadOnlyList<ModelTable> Read(string path, string? name)
    {
        var (context, assembly) = UserContext.Load(path, unloads: true);
        try
        {
            var annotated = UserContext.TypesOf(assembly).Where(IsAnnotated).OrderBy(type => type.FullName, StringComparer.Ordinal)
                .ToArray();
            var asked = annotated.Where(type => name is null || type.Name == name || type.FullName == name).ToArray();
            return asked.Length > 0 ? [.. asked.Select(type => Table(assembly, type))] : throw new UserException(
                annotated.Length == 0 ? $"{path} has no model: no class of it bears [Parameterize]."
                : $"{path} has no model '{name}'; it has {string.Join(", ", annotated.Select(type => type.Name))}.");
        }
        finally
        {
            context.Unload();
        }
    }

    private static bool IsAnnotated(Type type) =>
        type.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == "Parameterize.ParameterizeAttribute");

    private static ModelTable Table(Assembly assembly, Type type)
    {
        // All closed types of a generic class have one table.
        var closed = type.IsGenericTypeDefinition ? Closed(type) : type;
        var property = closed.GetProperty("Scaling", Static) ?? throw new UserException(
            $"'{type.FullName}' bears [Parameterize] but has no Scaling: the generator did not run when {assembly.Location} was built " +
            "(it needs .NET SDK 9.0.300 or later), or skipped the class because of an error that was suppressed.");
        try
        {
            var scaling = property.GetValue(null)!;
            var json = (string)scaling.GetType().GetMethod("ToJson", Type.EmptyTypes)!.Invoke(scaling, null)!;
            return new ModelTable(type.FullName!, scaling.ToString()!.Split('\n')[0], JsonNode.Parse(json)!.AsObject())
            {
                Sizes = ModelSizes.Of(type),
                Markdown = (string)scaling.GetType().GetMethod("ToMarkdown", Type.EmptyTypes)!.Invoke(scaling, null)!,
            };
        }
        catch (TargetInvocationException exception)
            when (UserFailure.Cause(exception) is FileNotFoundException or FileLoadException or TypeLoadException or DllNotFoundException)
        {
            throw UserContext.Missing(assembly, UserFailure.Cause(exception));
        }
    }

    private static Type Closed(Type type)
    {
        try
        {
            return type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(object))]);
        }
        catch (ArgumentException exception)
        {
            throw new UserException(
                $"'{type.FullName}' is generic with constraints, and its table cannot be read without its arguments.", exception);
        }
    }
}
