namespace Parameterize.Analyzers.Tests.Kit;

/// <summary>A network of three layers without biases, each with the attribute of choice.</summary>
internal static class ExponentSource
{
    /// <summary>The source, with a mark of one rule at one member.</summary>
    public static string Of(string embed, string mix, string readout, string? rule = null, string at = "", bool initialized = true)
    {
        var members =
            $"[{embed}] private readonly Linear _embed;\n[{mix}] private readonly Linear _mix;\n"
                + $"[{readout}] private readonly Linear _readout;";
        var marked = rule is null ? members : members.Replace($" {at};", $" {{|{rule}:{at}|}};", StringComparison.Ordinal);
        const string Build =
            "_embed = Linear(32, width, hasBias: false);\n_mix = Linear(width, width, hasBias: false);\n"
                + "_readout = Linear(width, 10, hasBias: false);";
        return initialized ? Source.Initialized(members: marked, build: Build) : Source.Model(members: marked, build: Build);
    }

    /// <summary>Exponents for SGD alone.</summary>
    public static string Sgd(string embed, string mix, string readout, string? rule = null, string at = "", bool initialized = true) =>
        Of($"Exponents({embed})", $"Exponents({mix})", $"Exponents({readout})", rule, at, initialized);
}
