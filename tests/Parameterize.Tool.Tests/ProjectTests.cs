using System.Reflection;
using Parameterize.Tool.Tests.Kit;

namespace Parameterize.Tool.Tests;

/// <summary>A project outside of this repository: built, and its generated source shown.</summary>
public sealed class ProjectTests : IDisposable
{
    private const string Model = """
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        [Parameterize.Parameterize(BaseWidth = 64)]
        public sealed partial class Small : Module<Tensor, Tensor>
        {
            private readonly Linear _embed;
            private readonly Linear _readout;

            public Small([Parameterize.Width] long width) : base("Small")
            {
                _embed = Linear(8, width);
                _readout = Linear(width, 2);
                InitializeParameters();
            }

            public override Tensor forward(Tensor input) => Readout(functional.relu(Embed(input)));
        }
        """;

    private readonly TemporaryFolder _folder = new();

    private static string Generator =>
        typeof(ProjectTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Generator").Value!;

    private string Project => _folder.Write("Small.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{ToolRun.Beside("Parameterize.dll")}" />
            <Reference Include="{ToolRun.Beside("TorchSharp.dll")}" />
            <Analyzer Include="{Generator}" />
          </ItemGroup>
        </Project>
        """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Prints_what_the_generator_wrote()
    {
        _folder.Write("Small.cs", Model);
        var run = (await ToolRun.Of("inspect", Project, "--code", "--model", "Small")).Expect(0);
        Assert.StartsWith("// Small.g.cs\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n// Small.Optimizers.g.cs\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("private void InitializeParameters(", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_errors_of_a_project_that_does_not_build()
    {
        _folder.Write("Small.cs", Model.Replace("InitializeParameters", "InitialiseParameters", StringComparison.Ordinal));
        _ = Project;
        var run = (await ToolRun.Of("inspect", _folder.Path)).Expect(2);
        Assert.Contains("Small.csproj does not build:\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("error CS0103: The name 'InitialiseParameters' does not exist", run.Error, StringComparison.Ordinal);
    }
}
