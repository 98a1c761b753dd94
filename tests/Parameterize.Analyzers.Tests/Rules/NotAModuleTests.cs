namespace Parameterize.Analyzers.Tests.Rules;

public sealed class NotAModuleTests : RuleTests
{
    public override string Id => "PMZ0002";

    public override string Hit => Source.Usings + """
        [Parameterize(BaseWidth = 64)]
        public partial class {|PMZ0002:Settings|}
        {
            public Settings([Width] long width) => Width = width;

            public long Width { get; }
        }
        """;

    public override string Message =>
        "'Settings' carries [Parameterize] but does not derive from torch.nn.Module; derive it from Module<Tensor, Tensor> or take the "
            + "attribute off";

    public override string NearMiss => Source.Usings + """
        public abstract class Base : Module<Tensor, Tensor>
        {
            protected Base(string name) : base(name) { }
        }

        [Parameterize(BaseWidth = 64)]
        public sealed partial class Mlp : Base
        {
            private readonly Linear _mix;

            public Mlp([Width] long width) : base("Mlp")
            {
                _mix = Linear(width, width);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => Mix(x);
        }
        """;
}
