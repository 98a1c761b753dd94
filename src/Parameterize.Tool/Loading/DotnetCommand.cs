using System.Diagnostics;

namespace Parameterize.Tool.Loading;

/// <summary>Runs the SDK's command line.</summary>
internal static class DotnetCommand
{
    /// <summary>What came out on both streams, and the exit code.</summary>
    public static (int ExitCode, string Output, string Error) Run(params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What a build around this one hands down would steer the build inside it.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, errors.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new UserException(
                "To build a project, `dotnet` (the .NET SDK) must be on PATH; it is not. Give a built .dll instead.", exception);
        }
    }
}
