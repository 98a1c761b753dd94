using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Parameterize.Benchmarks.Mup;

/// <summary>One side: a program that is started anew for every check.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Check">What it checks.</param>
/// <param name="Program">The file to run.</param>
/// <param name="Arguments">What comes before the path of the check.</param>
/// <param name="PythonPath">Where Python looks for modules first; null for nowhere.</param>
internal sealed record Contestant(string Name, PeerCheck Check, string Program, IReadOnlyList<string> Arguments, string? PythonPath = null)
{
    /// <summary>Runs the check once.</summary>
    /// <exception cref="PeerException">The program is not there, or failed.</exception>
    public PeerRun Run(DirectoryInfo folder)
    {
        var file = Path.Combine(folder.FullName, "check.json");
        Check.Write(file);
        var start = new ProcessStartInfo(Program, [.. Arguments, file]) { RedirectStandardOutput = true, RedirectStandardError = true };

        // Every library that keeps threads of its own is told the same number, and to wait without spinning.
        foreach (var name in (string[])["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"])
        {
            start.Environment[name] = Check.Threads.ToString(CultureInfo.InvariantCulture);
        }

        start.Environment["OMP_WAIT_POLICY"] = "PASSIVE";
        start.Environment["DOTNET_TieredPGO"] = "0"; // a program of some seconds never earns back what profiles of its methods cost
        if (PythonPath is not null)
        {
            start.Environment["PYTHONPATH"] = PythonPath;
        }

        var clock = Stopwatch.StartNew();
        using var process = Started(start);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var seconds = clock.Elapsed.TotalSeconds;
        return process.ExitCode == 0
            ? new PeerRun(seconds, PeerOutcome.Parse(output))
            : throw new PeerException($"{Name} failed: {LastLine(errors.GetAwaiter().GetResult())}");
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new PeerException($"'{start.FileName}' cannot be started: install it, or name another Python (--python PATH).");
        }
    }

    // The last line of a Python traceback is the error's own message.
    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault("it said nothing");
}

/// <summary>One check by one side.</summary>
/// <param name="Seconds">From the start of the process to its end.</param>
/// <param name="Outcome">What it printed.</param>
internal sealed record PeerRun(double Seconds, PeerOutcome Outcome);

/// <summary>A side cannot run; the message says what to do.</summary>
internal sealed class PeerException(string message) : Exception(message);
