namespace Parameterize.Analyzers.Tests;

/// <summary>The table of known parametrizations (docs: theory, section 6), each written as an annotated class.</summary>
public sealed class ExponentTableTests
{
    private const string Rich = "stable, nontrivial, maximal, richness 1/2: features are learned at every width";

    public static TheoryData<string, string, string, string> Sound => new()
    {
        // NTK
        {
            "0, 0, CSgd = 0", "0.5, 0, CSgd = 0", "0.5, 0, CSgd = 0",
            "SGD-like: stable, nontrivial, maximal, richness 0: the kernel regime"
        },
        { "-0.5, 0.5, CSgd = 0", "0, 0.5, CSgd = 0", "0.5, 0.5, CSgd = 0", $"SGD-like: {Rich}" }, // muP
        { "0, 0, CSgd = -1", "0.5, 0, CSgd = -1", "1, 0, CSgd = -1", $"SGD-like: {Rich}" }, // mean field
        {
            "0, 0, CSgd = -0.5", "0.5, 0, CSgd = -0.5", "0.75, 0, CSgd = -0.5",
            "SGD-like: stable, nontrivial, maximal, richness 1/4: the kernel regime"
        },
        {
            "0, 0, CSgd = -2.0 / 3", "0.5, 0, CSgd = -2.0 / 3", "5.0 / 6, 0, CSgd = -2.0 / 3",
            "SGD-like: stable, nontrivial, maximal, richness 1/3: the kernel regime"
        },
        { "-0.5, 0.5, CAdam = 0.5", "0, 0.5, CAdam = 1", "0.5, 0.5, CAdam = 0.5", $"Adam-like: {Rich}" }, // muP
        {
            "0, 0, CAdam = 0.25", "0.5, 0, CAdam = 0.75", "0.75, 0, CAdam = 0.25",
            "Adam-like: stable, nontrivial, maximal, richness 1/4: the kernel regime"
        },
        {
            "0, 0, CAdam = 0.5", "0.5, 0, CAdam = 1", "0.5, 0, CAdam = 0.5",
            "Adam-like: stable, nontrivial, maximal, richness 0: the kernel regime"
        },
        { "-0.5, 0.5, CAdam = 0.5", "0, 0.5, CAdam = 1, CSpectral = 0", "0.5, 0.5, CAdam = 0.5", $"Adam-like and spectral: {Rich}" },
        { "0, 0, -1, CAdam = 0", "0.5, 0, -1, CAdam = 0.5", "1, 0, -1, CAdam = 0", $"SGD-like and Adam-like: {Rich}" },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public async Task Sound_exponents_are_silent_and_documented(string embed, string mix, string readout, string verdict)
    {
        var source = ExponentSource.Sgd(embed, mix, readout);
        await Subject.Analyzers.Verify(source);
        Assert.Contains(verdict, Generated(source), StringComparison.Ordinal);
    }

    [Fact]
    public Task Standard_with_constant_rates_is_unstable() => Subject.Analyzers.Verify(
        ExponentSource.Sgd("0, 0, CSgd = 0", "0, 0.5, CSgd = 0", "0, 0.5, CSgd = 0", "PMZ0040", "_mix", initialized: false));

    [Fact]
    public async Task Standard_with_rates_like_one_over_n_wastes_the_first_layer()
    {
        var source = ExponentSource.Sgd("0, 0, CSgd = 1", "0, 0.5, CSgd = 1", "0, 0.5, CSgd = 1", "PMZ0043", "_embed");
        await Subject.Analyzers.Verify(source);
        Assert.Contains(
            "SGD-like: stable, nontrivial, not useful in every update", Generated(Source.Plain(source)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Exponents(0.123, 0, 0)", "0.123",
        "a = 0.123 on '_mix' is out of its range: an exponent is a fraction with a denominator of at most 64; the nearest is 7/57")]
    [InlineData(
        "Exponents(0, double.NaN, 0)", "double.NaN",
        "b = NaN on '_mix' is out of its range: an exponent is a fraction with a denominator of at most 64")]
    [InlineData(
        "Exponents(0.5, 0, CAdam = 0.1234)", "0.1234",
        "CAdam = 0.1234 on '_mix' is out of its range: an exponent is a fraction with a denominator of at most 64; the nearest is 7/57")]
    [InlineData(
        "Exponents(0.5, 0)", "Exponents(0.5, 0)",
        "c = nothing on '_mix' is out of its range: give a third argument, CSgd, CAdam or CSpectral")]
    public async Task What_is_no_exponent_is_an_error_that_names_the_nearest(string attribute, string at, string message)
    {
        var marked = attribute.Replace(at, $"{{|PMZ0019:{at}|}}", StringComparison.Ordinal);
        await Subject.Analyzers.Verify(
            Source.Model(members: $"[{marked}] private readonly Linear _mix;"), new ExpectedDiagnostic("PMZ0019", message));
    }

    [Fact]
    public Task A_spectral_rate_of_what_is_left_to_adam_is_an_error() => Subject.Analyzers.Verify(
        ExponentSource.Of(
            "Exponents(0, 0, -1, CAdam = 0, CSpectral = {|PMZ0019:1|})", "Exponents(0.5, 0, -1, CAdam = 0.5)",
            "Exponents(1, 0, -1, CAdam = 0)", initialized: false));

    [Fact]
    public Task A_spectral_rate_is_proved() => Subject.Analyzers.Verify(ExponentSource.Of(
        "Exponents(0, 0, CAdam = 0)", "Exponents(0.5, 0, CAdam = 0.5, CSpectral = -1)", "Exponents(1, 0, CAdam = 0)", "PMZ0040", "_mix",
        initialized: false));

    [Theory]
    [InlineData("[Unscaled, Exponents(0, 0, 0)] private readonly Linear {|PMZ0022:_mix|};")]
    [InlineData(
        "[Exponents(0, 0, 0)] private readonly Linear _mix;\n"
            + "[Exponents({|PMZ0019:0.5|}, 0, 0)] private readonly LayerNorm _norm = LayerNorm(8);")]
    public Task What_cannot_have_exponents_says_so(string members) => Subject.Analyzers.Verify(Source.Model(members: members));

    [Fact]
    public Task A_dial_at_run_time_is_not_judged() => Subject.Analyzers.Verify(Source.Model(
        members: "[Hidden, Exponents(0, 0, 0)] private readonly Linear _mix;",
        build: "_mix = Linear(width, width);\nInitializeParameters(richness);",
        constructor: "Mlp([Width] long width, [Richness] double richness)"));

    [Fact]
    public Task A_list_of_hidden_layers_is_two_of_them() => Subject.Analyzers.Verify(Source.Initialized(
        members: "[Input] private readonly Linear _embed;\n"
            + "[Exponents(0.5, 0, -1, CAdam = 0.5)] private readonly ModuleList<Linear> _blocks;\n"
            + "[Output] private readonly Linear _readout;",
        build: "_embed = Linear(32, width);\n_blocks = ModuleList(Linear(width, width), Linear(width, width));\n"
            + "_readout = Linear(width, 10);"));

    private static string Generated(string source) =>
        string.Concat(GeneratorHarness.Run(Subject.Generator, source).Sources.SelectMany(generated => generated));
}
