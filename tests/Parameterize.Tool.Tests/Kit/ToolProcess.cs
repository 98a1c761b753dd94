using System.Diagnostics;

namespace Parameterize.Tool.Tests.Kit;

/// <summary>The tool as a process of its own.</summary>
internal static class ToolProcess
{
    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static string Tool => ToolRun.Beside("Parameterize.Tool.dll");

    public static Process Start(params string[] arguments) => Start(Dotnet, [Tool, .. arguments]);

    public static Process Start(string command, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

    public static async Task<ToolRun> Finish(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ToolRun(process.ExitCode, output, await error);
    }
}
