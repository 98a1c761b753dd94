using System.CommandLine;

namespace Parameterize.Tool.Loading;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<string?> Experiment() =>
        new("--experiment", "-e") { Description = "The class of the experiment; left out, those there are are listed." };

    /// <summary>Refuses two ways to print at once.</summary>
    /// <exception cref="UserException">Both are asked for.</exception>
    public static void OneOf(ParseResult parsed, Option<bool> one, Option<bool> other)
    {
        if (parsed.GetValue(one) && parsed.GetValue(other))
        {
            throw new UserException($"{one.Name} and {other.Name} do not go together.");
        }
    }

    /// <summary>A count that is at least one.</summary>
    public static Option<int?> Count(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var count) && count < 1)
            {
                result.AddError($"{name} is at least 1, not {count}.");
            }
        });
        return option;
    }
}
