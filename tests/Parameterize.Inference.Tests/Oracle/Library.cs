using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Parameterize.TestKit.Setup;

namespace Parameterize.Inference.Tests.Oracle;

/// <summary>An assembly of somebody else's that models use: its declarations can be read, its bodies cannot.</summary>
internal static class Library
{
    public const string Name = "Lib";

    private const string Source = """
        namespace Lib;

        public class Cfg(long inner)
        {
            public long Inner { get; } = inner;
            public long Twice => 2 * Inner;
        }

        public record Shape(long Inner);

        public class Settable { public long Inner { get; set; } = 16; }

        public static class Dims
        {
            public static long Inner { get; private set; } = 16;
            public const long Fixed = 16;
            public static readonly long Chosen = 16;
            public static void Set(long inner) => Inner = inner;
            public static long Twice(long size) => 2 * size;
            public static long Default() => 16;
            public static long Rounded(this long size, long to) => (size + to - 1) / to * to;
        }
        """;

    /// <summary>The compiled assembly.</summary>
    public static byte[] Image { get; } = Compile();

    private static byte[] Compile()
    {
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(
            Name,
            [CSharpSyntaxTree.ParseText(Source)],
            ReferenceAssemblies.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return image.ToArray();
    }
}
