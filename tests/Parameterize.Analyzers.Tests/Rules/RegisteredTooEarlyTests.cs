using Parameterize.CodeFixes;

namespace Parameterize.Analyzers.Tests.Rules;

public sealed class RegisteredTooEarlyTests : RuleTests
{
    private const string Base = """


        public abstract class Base : Module<Tensor, Tensor>
        {
            protected Base(string name) : base(name) => RegisterComponents();
        }
        """;

    public override string Id => "PMZ0024";

    public override string Hit => Source.Initialized(build: "{|PMZ0024:RegisterComponents()|};\n_mix = Linear(width, width);");

    public override string Message =>
        "RegisterComponents runs here before the constructor of 'Mlp' has assigned its layers, and TorchSharp ignores a "
            + "second call, so they would not train; take the call out: InitializeParameters makes it";

    public override string NearMiss => Source.Initialized(build: "_mix = Linear(width, width);\nRegisterComponents();");

    [Fact]
    public Task A_base_class_that_registers_is_too_early_for_what_a_constructor_assigns() => Subject.Analyzers.Verify(
        Source.Initialized(constructor: "{|PMZ0024:Mlp|}([Width] long width)")
            .Replace(": Module<Tensor, Tensor>", ": Base", StringComparison.Ordinal) + Base,
        new ExpectedDiagnostic(
            Id, "RegisterComponents runs in the constructor of 'Base' before the constructor of 'Mlp' has assigned its layers, and "
                + "TorchSharp ignores a second call, so they would not train; take the call out: InitializeParameters makes it"));

    [Fact]
    public Task A_base_class_that_does_not_register_is_fine() => Subject.Analyzers.Verify(
        Source.Initialized().Replace(": Module<Tensor, Tensor>", ": Base", StringComparison.Ordinal)
        + Base.Replace("=> RegisterComponents();", "{ }", StringComparison.Ordinal));

    [Fact]
    public Task The_fix_removes_the_call() => Subject.Fix<RemoveCallFix>().Verify(Hit, Source.Initialized());

    [Fact]
    public Task The_fix_removes_all_calls() => Subject.Fix<RemoveCallFix>().VerifyFixAll(
        Source.Initialized(
            build: "{|PMZ0024:RegisterComponents()|};\n{|PMZ0024:this.RegisterComponents()|}; // twice\n_mix = Linear(width, width);"),
        Source.Initialized());

    [Fact]
    public Task A_base_class_has_no_fix() => Subject.Fix<RemoveCallFix>().VerifyNoFix(
        Source.Initialized(constructor: "{|PMZ0024:Mlp|}([Width] long width)")
            .Replace(": Module<Tensor, Tensor>", ": Base", StringComparison.Ordinal) + Base);
}
