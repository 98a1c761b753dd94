using System.CommandLine;
using System.CommandLine.Parsing;
using Parameterize.Experiments;
using Parameterize.Printing;

namespace Parameterize.Samples;

/// <summary>The command line that samples share.</summary>
public static class SampleCommand
{
    /// <summary>The command line of one sample, ready to invoke.</summary>
    /// <param name="name">The sample's name; its results lie in artifacts/demo/NAME.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="full">What --full does and how long it takes.</param>
    /// <param name="run">Runs it and returns the exit code.</param>
    /// <param name="further">What this sample can be asked besides, see <see cref="SampleRun.Asked"/>.</param>
    public static RootCommand Of(
        string name, string description, string full, Func<SampleRun, int> run, params IReadOnlyList<Option> further)
    {
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "The folder for report.html and trials.jsonl; a run that was stopped goes on from there.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("artifacts", "demo", name)),
        };
        var isFull = new Option<bool>("--full") { Description = full };
        var isTiny = new Option<bool>("--tiny") { Description = "The smallest run that shows everything: for tests.", Hidden = true };
        var command = new RootCommand(description) { output, isFull, isTiny };
        foreach (var option in further)
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellation) =>
        {
            var size = (parsed.GetValue(isTiny), parsed.GetValue(isFull)) switch
            {
                (true, _) => SampleSize.Tiny,
                (_, true) => SampleSize.Full,
                _ => SampleSize.Standard,
            };
            var asked =
                new SampleRun(parsed.GetValue(output)!, size, cancellation) { Arguments = parsed, Command = Again(name, parsed, output) };
            return Task.Run(
                () => Explained(() => Placed(asked, further) is { } placed ? run(placed) : SampleExit.Usage), CancellationToken.None);
        });
        return command;
    }

    /// <summary>
    /// Before anything runs: whether the machine has the device, if the sample takes one; null if it has not, which is then said.
    /// </summary>
    private static SampleRun? Placed(SampleRun asked, IReadOnlyList<Option> options)
    {
        if (!options.Contains(SampleOptions.Device))
        {
            return asked;
        }

        try
        {
            var placement = Placement.Parse(asked.Asked(SampleOptions.Device), asked.Asked(SampleOptions.Dtype));
            placement.Require();
            return asked with { Placement = placement };
        }
        catch (ArgumentException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return null;
        }
    }

    /// <summary>Parses and runs; Ctrl-C lets the running trials come to a point where they can stop.</summary>
    public static async Task<int> InvokeAsync(
        RootCommand command, IReadOnlyList<string> arguments, CancellationToken cancellation = default)
    {
        var parsed = command.Parse(arguments);
        var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
        var code = await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        return parsed.Errors.Count > 0 ? SampleExit.Usage : code;
    }

    /// <summary>The command with what was asked for, but for where it writes.</summary>
    private static string Again(string name, ParseResult parsed, Option output) => string.Join(
        ' ',
        parsed.CommandResult.Children.OfType<OptionResult>()
            .Where(given => !given.Implicit && given.Option != output)
            .SelectMany(given => given.Tokens.Select(token => token.Value).Prepend(given.Option.Name))
            .Select(word => word.Contains(' ', StringComparison.Ordinal) ? $"'{word}'" : word)
            .Prepend($"./build.sh demo {name}"));

    /// <summary>What a user can mend, or asked for, is said in a sentence, without a stack.</summary>
    private static int Explained(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine(Printer.Stopped);
            return SampleExit.Interrupted;
        }
        catch (Exception exception) when (
            exception is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or DllNotFoundException)
        {
            Console.Error.WriteLine(exception.Message);
            return SampleExit.Usage;
        }
    }
}
