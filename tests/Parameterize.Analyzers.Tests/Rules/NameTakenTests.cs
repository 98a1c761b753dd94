namespace Parameterize.Analyzers.Tests.Rules;

public sealed class NameTakenTests : RuleTests
{
    public override string Id => "PMZ0018";

    public override string Hit => Source.Model(members: "private readonly Linear {|PMZ0018:_mix|};\n\npublic Tensor Mix(Tensor x) => x;");

    public override string Message => "The generated member 'Mix' of 'Mlp' would collide with 'Mlp.Mix(torch.Tensor)'; rename one of them";

    public override string NearMiss => Source.Initialized(members: "private readonly Linear _mix;\n\npublic Tensor Mixed(Tensor x) => Mix(x);");

    [Fact]
    public Task Two_members_of_one_generated_name() => Subject.Analyzers.Verify(
        Source.Model(members: "private readonly Linear _mix;\nprivate readonly Linear {|PMZ0018:{|PMZ0018:__mix|}|};", build: "_mix = Linear(width, width);\n__mix = Linear(width, width);"));

    [Fact]
    public Task A_fixed_name_is_reported_at_the_class() => Subject.Analyzers.Verify(
        Source.Model(header: "sealed partial class {|PMZ0018:Mlp|}", members: "private readonly Linear _mix;\n\npublic string Scaling => \"mine\";"));

    [Fact]
    public Task The_class_s_own_name_counts() => Subject.Analyzers.Verify(
        Source.Model(members: "private readonly Linear {|PMZ0018:_mlp|};", build: "_mlp = Linear(width, width);"));
}
