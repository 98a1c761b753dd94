using System.CommandLine;
using Parameterize.Printing;

namespace Parameterize.Tool;

/// <summary>Turns what goes wrong into a sentence and an exit code.</summary>
internal static class ExplainedAction
{
    public static void SetExplained(this Command command, Printer printer, Func<ParseResult, CancellationToken, int> run) =>
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(printer, () => run(parsed, cancellation)), CancellationToken.None));

    private static int Run(Printer printer, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (OperationCanceledException)
        {
            printer.Complain(Printer.Stopped);
            return ExitCode.Interrupted;
        }
        catch (UserException exception)
        {
            printer.Complain(exception.Message);
            return exception.ExitCode;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            printer.Complain(exception.Message);
            return ExitCode.Usage;
        }
        catch (Exception exception)
        {
            printer.Complain($"A mistake of this program; please report it with what follows.\n{exception}");
            return ExitCode.Internal;
        }
    }
}
