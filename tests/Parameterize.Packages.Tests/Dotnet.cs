using System.Diagnostics;

namespace Parameterize.Packages.Tests;

/// <summary>Runs the SDK's command line as a user does.</summary>
internal static class Dotnet
{
    /// <summary>The command that runs the tests is the one that they call.</summary>
    private static readonly string Command = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>What came out on both streams, and the exit code.</summary>
    public static (int ExitCode, string Output) Run(string directory, params string[] arguments) => Run(directory, arguments, []);

    /// <summary>The same with variables of the caller's; null takes one away.</summary>
    public static (int ExitCode, string Output) Run(
        string directory, string[] arguments, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(Command, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfThisBuild).ToArray())
        {
            start.Environment.Remove(name);
        }

        // Nothing stays behind: neither build nodes nor a compiler server.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    /// <summary>Runs, and fails with everything that was printed unless all went well.</summary>
    public static string Succeed(string directory, params string[] arguments)
    {
        var (exitCode, output) = Run(directory, arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)}: exit code {exitCode}\n{output}");
        return output;
    }

    // What a test host hands down would steer the build inside it.
    private static bool IsOfThisBuild(string name) => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase);
}
