using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Parameterize.Tool.Sweep;

/// <summary>
/// Runs several trials at once, each in a process of its own (<see cref="TrialWorker"/>): libtorch's default generator is one for a
/// process, so that trials beside each other in one would draw each other's numbers.
/// </summary>
/// <param name="arguments">What makes this program a worker.</param>
/// <param name="error">Where workers' complaints go, and what experiments print.</param>
internal sealed class WorkerProcesses(IReadOnlyList<string> arguments, TextWriter error)
{
    private readonly Lock _gate = new();
    private ExceptionDispatchInfo? _failure;

    /// <summary>Runs trials.</summary>
    /// <param name="ids">Which, in the order in which they start.</param>
    /// <param name="workers">How many run at once.</param>
    /// <param name="ended">Told when a trial has ended, one after the other: its id, and its result as a line of a results file.</param>
    /// <param name="cancellation">Ends the workers; trials that have not ended are not told of.</param>
    /// <exception cref="UserException">A trial failed; those that ran beside it came to their ends first.</exception>
    public void Run(IReadOnlyList<string> ids, int workers, Action<string, string> ended, CancellationToken cancellation)
    {
        var queue = new ConcurrentQueue<string>(ids);
        Thread[] threads = [.. Enumerable.Range(0, workers).Select(_ => new Thread(() => Serve(queue, ended, cancellation)))];
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        cancellation.ThrowIfCancellationRequested();
        _failure?.Throw();
    }

    private void Serve(ConcurrentQueue<string> queue, Action<string, string> ended, CancellationToken cancellation)
    {
        try
        {
            using var process = Start();
            using var killing = cancellation.Register(process.Kill);
            process.ErrorDataReceived += (_, line) => Say(line.Data);
            process.BeginErrorReadLine();
            while (!cancellation.IsCancellationRequested && queue.TryDequeue(out var id))
            {
                Ask(process, id, ended);
            }

            process.StandardInput.Close();
            process.WaitForExit();
        }
        catch (Exception exception)
        {
            queue.Clear();
            lock (_gate)
            {
                _failure ??= ExceptionDispatchInfo.Capture(exception);
            }
        }
    }

    private void Ask(Process process, string id, Action<string, string> ended)
    {
        try
        {
            process.StandardInput.WriteLine(id);
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It is gone, which reading finds out too.
        }

        if (process.StandardOutput.ReadLine() is not { } line)
        {
            process.WaitForExit();
            throw new UserException(
                FormattableString.Invariant(
                    $"Trial '{id}' has no result: the process that ran it ended with exit code {process.ExitCode}. ")
                + "Those that ended are kept.",
                process.ExitCode == ExitCode.Usage ? ExitCode.Usage : ExitCode.Failed);
        }

        lock (_gate)
        {
            ended(id, line);
        }
    }

    private void Say(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_gate)
        {
            error.Write(line + "\n");
        }
    }

    private Process Start() => Process.Start(new ProcessStartInfo(Dotnet, [typeof(WorkerProcesses).Assembly.Location, .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    // The runtime that runs this one is folder/shared/name/version/: whatever started it, a shim or a test, `dotnet` lies at the top.
    private static string Dotnet
    {
        get
        {
            var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
            var own = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
            return File.Exists(own) ? own : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        }
    }
}
