using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Emission;

/// <summary>One file with a part of an annotated class: the header that all have, the declarations around the members.</summary>
internal static class GeneratedPart
{
    /// <summary>
    /// What the user's declarations and settings bring upon generated code: an obsolete member or model that it has to name, an assembly
    /// that promises to comply with the CLS, which TorchSharp does not, a class whose name is in lower case.
    /// </summary>
    private static readonly string[] NotOurs = ["CS0612", "CS0618", "CS3001", "CS3002", "CS3003", "CS3005", "CS3008", "CS8981"];

    /// <param name="type">The class.</param>
    /// <param name="bases">What follows its header, such as <c> : IModel</c>.</param>
    /// <param name="writeMembers">Writes what stands between its braces.</param>
    public static string Of(ClassDeclaration type, string bases, Action<CodeWriter> writeMembers)
    {
        var writer = new CodeWriter();
        writer.Write($"{GeneratedHeader.Line}#nullable enable\n#pragma warning disable {string.Join(", ", NotOurs)}\n");
        var open = new Stack<IDisposable>();
        if (type.Namespace is { } space)
        {
            open.Push(writer.Block($"namespace {space}"));
        }

        foreach (var container in type.Containers)
        {
            open.Push(writer.Block(container));
        }

        open.Push(writer.Block(type.Header + bases));
        writeMembers(writer);
        while (open.Count > 0)
        {
            open.Pop().Dispose();
        }

        return writer.ToString();
    }
}
