namespace Parameterize.Experiments.Sweeps;

/// <summary>Writes the stable name of a trial, the same on every machine: <c>transfer/width=64/rate=0.0078125/seed=1</c>.</summary>
public static class TrialId
{
    /// <summary>Joins an experiment's name and the settings that tell its trials apart, in the order given.</summary>
    /// <param name="experiment">The experiment, such as <c>transfer</c>.</param>
    /// <param name="settings">Name and value; numbers print invariant and round-trip.</param>
    /// <exception cref="ArgumentException">A part is empty or holds a control character, '/' or '='.</exception>
    public static string Of(string experiment, params ReadOnlySpan<(string Name, object Value)> settings)
    {
        var parts = new List<string> { Checked(experiment) };
        foreach (var (name, value) in settings)
        {
            ArgumentNullException.ThrowIfNull(value);
            parts.Add($"{Checked(name)}={Checked(FormattableString.Invariant($"{value}"))}");
        }

        return string.Join('/', parts);
    }

    /// <summary>The experiment that an id begins with.</summary>
    internal static string ExperimentOf(string id) => id.Split('/')[0];

    private static string Checked(string part)
    {
        if (string.IsNullOrWhiteSpace(part) || part.Any(letter => char.IsControl(letter) || letter is '/' or '='))
        {
            throw new ArgumentException($"'{part}' cannot be part of a trial's id: it is empty or holds '/', '=' or a control character.");
        }

        return part;
    }
}
