using System.Diagnostics;

namespace Parameterize.Tool.Tests.Kit;

/// <summary>Programs that some tests need and few machines have: tests that are asked for install them where apt can.</summary>
internal static class DebianPackages
{
    /// <summary>Why a test that needs a command does not run; null where the command is there, or slow tests are asked for.</summary>
    public static string? Skipped(string command, string packages) => Has(command)
        ? null
        : SlowTests.Skipped($"'{command}' is not installed (apt-get install -y {packages})");

    /// <summary>Installs packages where the command is missing.</summary>
    public static async Task Install(string command, string packages)
    {
        if (Has(command))
        {
            return;
        }

        // Nothing is started: a test has daemons of its own.
        const string Quietly = "export DEBIAN_FRONTEND=noninteractive; apt-get update -qq; apt-get install -y -qq --no-install-recommends ";
        using var process = ToolProcess.Start("/bin/sh", ["-c", Quietly + packages]);
        var run = await ToolProcess.Finish(process);
        Assert.True(run.ExitCode == 0 && Has(command), $"apt-get install {packages}: exit code {run.ExitCode}\n{run.Error}");
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<string> Output(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        return (await ToolProcess.Finish(process)).Expect(0).Output;
    }

    private static bool Has(string command) => new[] { "/usr/sbin", "/sbin" }
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        .Any(folder => File.Exists(Path.Combine(folder, command)));
}
