using Microsoft.CodeAnalysis;

namespace Parameterize.Testing.Tests;

/// <summary>What a user of the package sees: texts, a driver, findings, and errors that say what to do.</summary>
public sealed class GeneratedModelsTests : IDisposable
{
    private const string Model = """
        using Parameterize;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        [Parameterize(BaseWidth = 64)]
        public sealed partial class Net : Module<Tensor, Tensor>
        {
            [Input] private readonly Linear _embed;
            [Output] private readonly Linear _readout;

            public Net([Width] long width) : base(nameof(Net))
            {
                Console.WriteLine(Math.Max(width, 1));
                _embed = Linear(3, width);
                _readout = Linear(width, 2);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => Readout(functional.tanh(Embed(x)));
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("generated-models-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Texts_are_those_of_the_build()
    {
        var models = GeneratedModels.InText(Model);

        Assert.Equal(
            ["Microsoft.CodeAnalysis.EmbeddedAttribute.cs", "Net.Optimizers.g.cs", "Net.g.cs", "Parameterize.TorchSupport.g.cs"],
            models.Files.Keys);
        Assert.Contains("Readout(", models.Files["Net.g.cs"], StringComparison.Ordinal);
        Assert.Empty(models.Findings);
    }

    [Fact]
    public void Driver_is_one_for_Verify()
    {
        var sources = GeneratedModels.InText(Model).Driver.GetRunResult().Results.Single().GeneratedSources;

        Assert.Equal("Net.g.cs", Assert.Single(sources, source => !GeneratedModels.IsShared(source)).HintName);
    }

    [Fact]
    public void Remarks_of_analyzers_are_findings()
    {
        var models = GeneratedModels.InText(Model.Replace("BaseWidth = 64", "", StringComparison.Ordinal));

        var finding = Assert.Single(models.Findings);
        Assert.Equal(("PMZ0005", DiagnosticSeverity.Info), (finding.Id, finding.Severity));
    }

    [Fact]
    public void Errors_of_analyzers_come_first()
    {
        var failure = Assert.Throws<ModelSourceException>(() =>
            GeneratedModels.InText(Model.Replace("partial ", "", StringComparison.Ordinal)));

        Assert.StartsWith("Models.cs: does not compile.\n  Models.cs(7,21): error PMZ0001", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_errors_are_the_compiler_s()
    {
        var failure = Assert.Throws<ModelSourceException>(() => GeneratedModels.InText(Model + "\npublic class Wrong : Missing;"));

        Assert.Contains("CS0246", failure.Message, StringComparison.Ordinal);
        Assert.Contains("passed as further files", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_model_there_is_nothing_to_test()
    {
        var failure = Assert.Throws<ModelSourceException>(() => GeneratedModels.InText("public class Plain;"));

        Assert.Equal("Models.cs: no class is annotated with [Parameterize].", failure.Message);
    }

    [Fact]
    public void Missing_file_says_where_it_was_looked_for()
    {
        var failure = Assert.Throws<FileNotFoundException>(() => GeneratedModels.In("No.cs"));

        Assert.Contains($"Parameterize.Testing.Tests{Path.DirectorySeparatorChar}No.cs", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Further_files_count()
    {
        var model = Write("Net.cs", Model.Replace("BaseWidth = 64", "", StringComparison.Ordinal));
        var defaults = Write("Defaults.cs", "[assembly: Parameterize.ParameterizeDefaults(BaseWidth = 32)]");

        Assert.Contains("over its base, 32", GeneratedModels.In(model, [defaults]).Files["Net.g.cs"], StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
