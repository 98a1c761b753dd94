using Parameterize.Printing;

namespace Parameterize.Tool.Tests.Kit;

/// <summary>One call of the tool inside this process, as in a pipe.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static string OwnAssembly => typeof(ToolRun).Assembly.Location;

    public static string Sample => Beside("Mlp.dll");

    public static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);

    public static async Task<ToolRun> Of(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var code = await ToolCommand.InvokeAsync(arguments, new Printer(output, error));
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    public ToolRun Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Exit code {ExitCode}, expected {exitCode}.\n{Output}\n{Error}");
        return this;
    }
}
