using System.CommandLine;

namespace Parameterize.Samples;

/// <summary>The command line that samples share.</summary>
public static class SampleCommand
{
    private const int Interrupted = 130; // as shells say it: 128 + SIGINT

    /// <summary>The command line of one sample, ready to invoke.</summary>
    /// <param name="name">The sample's name; its results lie in artifacts/NAME.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="full">What --full does and how long it takes.</param>
    /// <param name="readsText">Whether there is a --corpus.</param>
    /// <param name="run">Runs it and returns the exit code.</param>
    public static RootCommand Of(string name, string description, string full, bool readsText, Func<SampleRun, int> run)
    {
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "The folder for report.html and trials.jsonl; a run that was stopped goes on from there.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("artifacts", name)),
        };
        var corpus = new Option<FileInfo?>("--corpus") { Description = "A text file, in place of the SDK's XML documentation." };
        var isFull = new Option<bool>("--full") { Description = full };
        var isTiny = new Option<bool>("--tiny") { Description = "The smallest run that shows everything: for tests.", Hidden = true };
        var command = new RootCommand(description) { output, isFull, isTiny };
        if (readsText) command.Add(corpus);
        command.SetAction((parsed, cancellation) =>
        {
            var size = parsed.GetValue(isTiny) ? SampleSize.Tiny : parsed.GetValue(isFull) ? SampleSize.Full : SampleSize.Standard;
            var asked = new SampleRun(parsed.GetValue(output)!, size, readsText ? parsed.GetValue(corpus) : null, cancellation);
            return Task.Run(() => Explained(() => run(asked)), CancellationToken.None);
        });
        return command;
    }

    /// <summary>Parses and runs; Ctrl-C lets the running trials come to a point where they can stop.</summary>
    public static Task<int> InvokeAsync(RootCommand command, IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
    }

    /// <summary>What a user can mend, or asked for, is said in a sentence, without a stack.</summary>
    private static int Explained(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped. Finished trials are kept, and the same command goes on from there.");
            return Interrupted;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or DllNotFoundException)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }
}
