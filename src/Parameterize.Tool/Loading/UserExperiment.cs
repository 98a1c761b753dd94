using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Parameterize.Tool.Loading;

/// <summary>
/// An experiment of the user's assembly, run by the user's own versions of Parameterize.Experiments and TorchSharp. What crosses over is
/// text and numbers (see <c>ExperimentHost</c>, which is found by name).
/// </summary>
internal sealed class UserExperiment
{
    private const string Library = "Parameterize.Experiments";
    private const string Host = "Parameterize.Experiments.Sweeps.ExperimentHost";
    private readonly object _host;

    private UserExperiment(object host) => _host = host;

    private delegate string CheckMethod(
        string variant, (long Smallest, long Largest)? widths, int? seeds, int? steps, double? rate, double tolerance,
        Action<int, int, string> progress, CancellationToken cancellation);

    /// <summary>Finds an experiment by name.</summary>
    /// <exception cref="UserException">There is none; the message lists those there are.</exception>
    public static UserExperiment Load(string path, string? name)
    {
        // Stays loaded to the end: libtorch's threads do.
        var (context, assembly) = UserContext.Load(path, unloads: false);
        if (assembly.GetReferencedAssemblies().All(reference => reference.Name != Library))
        {
            throw new UserException($"{path} has no experiment: it does not reference the package {Library}.");
        }

        var host = context.LoadFromAssemblyName(new AssemblyName(Library)).GetType(Host) ?? throw new UserException(
            $"{path} comes with a {Library} that this tool cannot run: it has no {Host}. Update it to " +
            $"{typeof(UserExperiment).Assembly.GetName().Version!.ToString(3)}.");
        try
        {
            if (name is not null)
            {
                return new UserExperiment(Activator.CreateInstance(host, assembly, name)!);
            }

            var all = (KeyValuePair<string, string>[])host.GetMethod("List")!.Invoke(null, [assembly])!;
            throw new UserException(all.Length == 0
                ? $"{path} has no experiment: none of its public classes implements {Library}.IExperiment with a constructor without " +
                  "parameters."
                : $"Say which experiment, as --experiment {all[0].Key}; there are:\n" +
                  $"{string.Join("\n", all.Select(one => $"  {one.Key}: {one.Value}"))}");
        }
        catch (TargetInvocationException exception)
        {
            throw Explained(exception, assembly);
        }
    }

    /// <summary>To be called before anything else, if a device or an element type is asked for.</summary>
    /// <exception cref="UserException">The machine, TorchSharp or the experiment does not have that.</exception>
    public void Place(string? device, string? dtype, bool runs)
    {
        if (_host.GetType().GetMethod("Place") is null)
        {
            throw new UserException($"--device and --dtype need a newer {Library} than the one that the experiment comes with.");
        }

        UserFailure.Explained("To set device and element type", () =>
        {
            try
            {
                Method<Action<string?, string?, bool>>("Place")(device, dtype, runs);
                return runs;
            }
            catch (ArgumentException exception)
            {
                throw new UserException(exception.Message, exception);
            }
        });
    }

    /// <summary>The ids of all trials, in the order in which they should start.</summary>
    public string[] Plan() => UserFailure.Explained("The plan", Method<Func<string[]>>("Plan"));

    /// <summary>To be called once, before the first trial.</summary>
    public void UseThreads(int perTrial) => UserFailure.Explained("To set the number of threads", () =>
    {
        Method<Action<int>>("UseThreads")(perTrial);
        return perTrial;
    });

    /// <summary>What makes the results: the user's program, TorchSharp, and the threads inside a trial.</summary>
    public string MadeBy(int threads) =>
        UserFailure.Explained("To say what makes the results", () => Method<Func<int, string>>("MadeBy")(threads));

    /// <summary>Runs trials in this process, one after the other.</summary>
    /// <param name="ids">Which, in the order in which they start.</param>
    /// <param name="ended">Told when a trial has ended: its id, and its result as a line of a results file.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    public void Run(IReadOnlyList<string> ids, Action<string, string> ended, CancellationToken cancellation)
    {
        ExceptionDispatchInfo? ours = null; // what `ended` throws comes through the user's side, and is not the user's
        try
        {
            UserFailure.Explained("A trial", () =>
            {
                Method<Action<string[], int, Action<string, string>, CancellationToken>>("Run")([.. ids], 1, Ended, cancellation);
                return ids;
            });
        }
        catch (UserException) when (ours is not null)
        {
            ours.Throw();
        }

        void Ended(string id, string line)
        {
            try
            {
                ended(id, line);
            }
            catch (Exception exception)
            {
                ours = ExceptionDispatchInfo.Capture(exception);
                throw;
            }
        }
    }

    /// <summary>What can be checked; of that, what is checked unless one is asked for.</summary>
    public string[] Variants(bool all) => UserFailure.Explained("The list of parametrizations", () =>
    {
        try
        {
            return Method<Func<bool, string[]>>("Variants")(all);
        }
        catch (ArgumentException exception)
        {
            throw new UserException(exception.Message, exception);
        }
    });

    /// <summary>Measures slopes, after each step if asked to; the report as JSON.</summary>
    /// <exception cref="UserException">The user's library cannot measure each step.</exception>
    public string Check(
        string variant, (long Smallest, long Largest)? widths, int? seeds, int? steps, double? rate, double tolerance, bool eachStep,
        Action<int, int, string> progress, CancellationToken cancellation)
    {
        var method = eachStep ? "CheckEachStep" : "Check";
        return _host.GetType().GetMethod(method) is null
            ? throw new UserException($"To draw a check needs a newer {Library} than the one that the experiment comes with.")
            : UserFailure.Explained("The check", () => Method<CheckMethod>(method)(
                variant, widths, seeds, steps, rate, tolerance, progress, cancellation));
    }

    // By delegate and not by Invoke, so that exceptions come as they were thrown.
    private TDelegate Method<TDelegate>(string method)
        where TDelegate : Delegate => _host.GetType().GetMethod(method)!.CreateDelegate<TDelegate>(_host);

    private static UserException Explained(TargetInvocationException exception, Assembly assembly)
    {
        var cause = exception.InnerException ?? exception;
        return cause switch
        {
            ArgumentException => new UserException(cause.Message, cause),
            ReflectionTypeLoadException or FileNotFoundException => UserContext.Missing(assembly, cause),
            _ => new UserException($"The experiment cannot be made: {UserFailure.Of(cause)}", cause),
        };
    }
}
