using Parameterize.Printing;

namespace Parameterize.Tool.Tests.Pages;

/// <summary>
/// Every command that README, guides and packages' READMEs show: bash takes it, the programs that it calls are there, and this program has
/// the options that it gives.
/// </summary>
public sealed class ShellTests
{
    private static readonly string[] s_dotnet = ["add", "build", "format", "new", "nuget", "run", "test", "tool"];

    private static readonly string[] s_packages =
        ["Parameterize", "Parameterize.Charts", "Parameterize.Experiments", "Parameterize.Testing", "Parameterize.Tool", "TorchSharp-cpu"];

    public static TheoryData<string> Blocks => [.. FencedBlock.All.Where(block => block.IsShell).Select(block => block.Place)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Each_command_is_one(string place)
    {
        var block = FencedBlock.All.Single(one => one.Place == place);
        var calls = await StandIns.Calls(block.IsSession ? string.Join('\n', SessionTests.Commands(block.Text)) : block.Text);
        Assert.NotEmpty(calls);
        Assert.All(calls, call =>
        {
            var arguments = call[1..];
            switch (call[0])
            {
                case "parameterize":
                    using (var nowhere = new StringWriter())
                    {
                        Assert.Empty(ToolCommand.Parse(arguments, new Printer(nowhere, nowhere)).Errors.Select(error => error.Message));
                    }

                    break;
                case "build.sh":
                    IsOfBuild(arguments);
                    break;
                case "dotnet":
                    IsOfSdk(arguments);
                    break;
            }
        });
    }

    [Fact]
    public void There_are_blocks() => Assert.True(FencedBlock.All.Count(block => block.IsShell) > 15, "Few blocks are found.");

    private static void IsOfBuild(string[] arguments)
    {
        var script = File.ReadAllText(Path.Combine(Repository.Root, "build.sh"));
        Assert.Contains($"\n    {arguments[0]}) ", script, StringComparison.Ordinal);
        if (arguments is ["demo", var name, ..] && !name.StartsWith('-'))
        {
            Assert.True(File.Exists(Path.Combine(Repository.Root, "samples", name, "Program.cs")), name);
        }
    }

    // One project at a time is built; a package is called by its name.
    private static void IsOfSdk(string[] arguments)
    {
        Assert.Contains(arguments[0], s_dotnet);
        if (arguments[0] == "build")
        {
            Assert.Single(arguments.Skip(1), argument => argument.Contains('/') || argument.EndsWith(".csproj", StringComparison.Ordinal));
        }

        var package = arguments switch
        {
            ["add", "package", var added, ..] => added,
            ["tool", "install", _, var installed, ..] => installed,
            _ => s_packages[0],
        };
        Assert.Contains(package, s_packages);
    }
}
