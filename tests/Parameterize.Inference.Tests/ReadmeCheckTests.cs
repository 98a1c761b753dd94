extern alias generator;

using System.Reflection;
using System.Text.RegularExpressions;
using Parameterize.Experiments;
using Parameterize.TestKit;
using Parameterize.TestKit.Setup;
using TorchSharp;
using static TorchSharp.torch;
using Generator = generator::Parameterize.Generators.ParameterizeGenerator;

namespace Parameterize.Inference.Tests;

/// <summary>
/// The model of the README passes the check of the guide, with its default biases, at both ends of the dial and between: both as they
/// stand there.
/// </summary>
public sealed partial class ReadmeCheckTests
{
    private const string Usings = """
        global using System;
        global using Parameterize;
        global using Parameterize.Experiments;
        global using TorchSharp;
        global using TorchSharp.Modules;
        global using static TorchSharp.torch;
        global using static TorchSharp.torch.nn;
        """;

    private static readonly string s_readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
    private static readonly string s_guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guides", "using.md"));

    [Theory]
    [InlineData("0")]
    [InlineData("0.25")]
    [InlineData("0.5")]
    public void The_model_passes_the_check(string richness)
    {
        var model = Model().Match(s_readme).Groups[1].Value;
        var dialled = model.Replace("Richness = Richness.MaximalUpdate", $"Richness = {richness}", StringComparison.Ordinal);
        Assert.NotEqual(model, dialled);
        var check = Assembly.Load(Compile(dialled, Check().Match(s_guide).Groups[1].Value)).GetType("Shown")!.GetMethod("Check")!;
        set_num_threads(1);

        // Throws with a diagnosis for each slope that is not as predicted.
        check.CreateDelegate<Action<TrainingTask>>()(
            new TrainingTask(Batch, (output, target) => nn.functional.cross_entropy(output, target)));
    }

    private static (Tensor, Tensor) Batch(int seed, long step)
    {
        using var generator = new torch.Generator((ulong)(1000 + seed));
        var inputs = randn([64, 32], generator: generator);
        return (inputs, inputs.matmul(randn([32, 10], generator: generator)).argmax(1));
    }

    private static byte[] Compile(string model, string check)
    {
        var subject = new GeneratorUnderTest(() => [new Generator()], new CompilationSetup
        {
            References = [.. ReferenceAssemblies.FrameworkAnd(typeof(torch), typeof(ParameterizeAttribute), typeof(CoordinateCheck))],
            AssemblyName = "Readme" + Guid.NewGuid().ToString("N"),
        });
        SourceFile[] files =
        [
            new(Usings, "Usings.cs"),
            new(model, "Mlp.cs"),
            new($"public static class Shown {{ public static void Check(TrainingTask task) => {check}; }}", "Shown.cs"),
        ];
        using var image = new MemoryStream();
        var result = GeneratorHarness.Run(subject, files).Output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return image.ToArray();
    }

    [GeneratedRegex(@"```csharp\n.*?(\[Parameterize\(Richness.*?\n\})\n```", RegexOptions.Singleline)]
    private static partial Regex Model();

    [GeneratedRegex(@"\| a test that it scales [^|]*\| `(CoordinateCheck\.Of\([^`]*)` \|")]
    private static partial Regex Check();
}
