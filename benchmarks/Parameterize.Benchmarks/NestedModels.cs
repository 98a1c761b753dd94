using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Parameterize.Benchmarks.Compilers;

namespace Parameterize.Benchmarks;

/// <summary>
/// A model that holds many small ones, and a plain class that holds as many of the same. They are compiled when they are asked for: nobody
/// writes five hundred fields by hand.
/// </summary>
internal static class NestedModels
{
    private const string Usings = """
        using Parameterize;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;


        """;

    private const string Inner = """
        [Parameterize(Richness = 0.5, BaseWidth = 8)]
        public sealed partial class Inner : Module<Tensor, Tensor>
        {
            [Hidden] private readonly Linear _mix;

            public Inner([Width] long width) : base(nameof(Inner))
            {
                _mix = Linear(width, width);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => Mix(x);
        }


        """;

    /// <summary>Constructors of the plain class and of the model, at the base width of those inside.</summary>
    public static (Func<IDisposable> Plain, Func<IDisposable> Annotated) Of(bool inFields, int count)
    {
        var source = Usings + Inner + Holder("Plain", "", "RegisterComponents();", inFields, count)
            + Holder("Annotated", "[Parameterize(Richness = 0.5, BaseWidth = 8)]\n", "InitializeParameters(width);", inFields, count);
        var compilation = CSharpCompilation.Create(
            "Nested",
            [CSharpSyntaxTree.ParseText(source)],
            References.All,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(Subject.Readme.Load()).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        using var stream = new MemoryStream();
        var result = generated.Emit(stream);
        if (!result.Success)
        {
            var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new InvalidOperationException(string.Join("\n", errors));
        }

        var assembly = Assembly.Load(stream.ToArray());
        return (Constructor(assembly, "Plain"), Constructor(assembly, "Annotated"));
    }

    private static Func<IDisposable> Constructor(Assembly assembly, string name) =>
        assembly.GetType(name, throwOnError: true)!.GetMethod("Create")!.CreateDelegate<Func<IDisposable>>();

    private static string Holder(string name, string attribute, string end, bool inFields, int count)
    {
        var numbers = Enumerable.Range(0, count).ToArray();
        var fields = inFields
            ? string.Concat(numbers.Select(number => $"    private readonly Inner _m{number};\n"))
            : "    private readonly ModuleList<Inner> _all = new();\n";
        var building = inFields
            ? string.Concat(numbers.Select(number => $"        _m{number} = new Inner(width);\n"))
            : $"        for (int i = 0; i < {count}; i++) {{ _all.Add(new Inner(width)); }}\n";
        return $$"""
            {{attribute}}public sealed partial class {{name}} : Module<Tensor, Tensor>
            {
            {{fields}}
                public {{name}}([Width] long width) : base(nameof({{name}}))
                {
            {{building}}        {{end}}
                }

                public static System.IDisposable Create() => new {{name}}(8);

                public override Tensor forward(Tensor x) => x;
            }


            """;
    }
}
