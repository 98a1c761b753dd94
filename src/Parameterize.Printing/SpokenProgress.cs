using Parameterize.Experiments.Sweeps;

namespace Parameterize.Printing;

/// <summary>Says every some seconds where a run is, a line each, for a log that is read later: nothing in the first of them.</summary>
public sealed class SpokenProgress : IProgress<TrialProgress>, IDisposable
{
    private readonly Lock _gate = new();
    private readonly TextWriter _output;
    private readonly string _what;
    private readonly DateTime _start = DateTime.UtcNow;
    private readonly Timer _timer;
    private TrialProgress _now;
    private int? _before;

    /// <summary>Begins to speak.</summary>
    /// <param name="output">Where lines go.</param>
    /// <param name="what">What it is the progress of.</param>
    /// <param name="interval">The time between two lines.</param>
    public SpokenProgress(TextWriter output, string what, TimeSpan interval)
    {
        (_output, _what) = (output, what);
        _timer = new Timer(_ => Say(), null, interval, interval);
    }

    /// <inheritdoc/>
    public void Report(TrialProgress value)
    {
        lock (_gate)
        {
            _before ??= value.Label.Length == 0 ? value.Done : 0;
            _now = value.Done >= _now.Done ? value : _now;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Say()
    {
        lock (_gate)
        {
            var (passed, own) = (DateTime.UtcNow - _start, _now.Done - (_before ?? 0));
            var left = own > 0 ? $", some {Words(passed * ((_now.Total - _now.Done) / (double)own))} left" : "";
            _output.Write(FormattableString.Invariant($"{_what}: {_now.Done} of {_now.Total} after {Words(passed)}{left}\n"));
            _output.Flush();
        }
    }

    private static string Words(TimeSpan time)
    {
        if (time.TotalMinutes < 2)
        {
            return FormattableString.Invariant($"{time.TotalSeconds:F0} s");
        }

        return time.TotalHours < 2
            ? FormattableString.Invariant($"{time.TotalMinutes:F0} min")
            : FormattableString.Invariant($"{time.TotalHours:F1} h");
    }
}
