using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class NoWidthTests : RuleTests
{
    public override string Id => "PMZ0007";

    public override string Hit => Source.Model(header: "sealed partial class {|PMZ0007:Mlp|}", constructor: "Mlp(long width)");

    public override string Message =>
        "No constructor parameter of 'Mlp' carries [Width], so nothing can scale; mark the parameter that grows, or set Baseline = true";

    public override string NearMiss => Source.Initialized(attribute: "Parameterize(Baseline = true)", constructor: "Mlp(long width)");

    [Fact]
    public Task The_fix_marks_the_parameter_called_width() => Subject.Fix<MarkWidthFix>().Verify(
        Source.Model(header: "sealed partial class {|PMZ0007:Mlp|}", constructor: "Mlp(int depth, long width)"),
        Source.Model(constructor: "{|PMZ0012:Mlp|}(int depth, [Width] long width)"));

    [Fact]
    public Task Else_each_integer_is_a_choice() => Subject.Fix<MarkWidthFix>().Verify(
        Source.Model(
            build: "_mix = Linear(hidden, hidden);", header: "sealed partial class {|PMZ0007:Mlp|}",
            constructor: "Mlp(int inputs, long hidden, double rate)"),
        Source.Model(build: "_mix = Linear(hidden, hidden);", constructor: "{|PMZ0012:Mlp|}(int inputs, [Width] long hidden, double rate)"),
        equivalenceKey: "PMZ0007:hidden");

    [Fact]
    public Task Without_an_integer_there_is_no_fix() => Subject.Fix<MarkWidthFix>().VerifyNoFix(
        Source.Model(build: "_mix = Linear(8, 8);", header: "sealed partial class {|PMZ0007:Mlp|}", constructor: "Mlp(string name)"));

    [Fact]
    public Task All_constructors_and_classes_are_marked() => Subject.Fix<MarkWidthFix>().VerifyFixAll(
        Two("class {|PMZ0007:A|}", "A", "", "") + Two("class {|PMZ0007:B|}", "B", "", "")[Source.Usings.Length..],
        Two("class A", "A", "[Width] ", "PMZ0012") + Two("class B", "B", "[Width] ", "PMZ0012")[Source.Usings.Length..]);

    private static string Two(string header, string name, string attribute, string left) => Source.Model(
        header: "sealed partial " + header,
        members: $"private readonly Linear _mix;\n\n"
            + $"public {Marked(name, left)}({attribute}int width, string name) : base(name) => _mix = Linear(width, width);",
        constructor: $"{Marked(name, left)}({attribute}long width)");

    private static string Marked(string name, string id) => id.Length == 0 ? name : $"{{|{id}:{name}|}}";
}
