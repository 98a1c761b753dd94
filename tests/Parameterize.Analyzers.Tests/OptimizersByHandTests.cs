namespace Parameterize.Analyzers.Tests;

/// <summary>One trainer as people write them: each way to build an optimizer by hand, and what is said of it.</summary>
public sealed class OptimizersByHandTests
{
    private const string Trainer = """
        using System.Linq;
        using Parameterize;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        [Parameterize(BaseWidth = 16)]
        public partial class G : Module<Tensor, Tensor>
        {
            private readonly Linear mix;

            public G([Width] long width) : base("G")
            {
                mix = Linear(width, width);
                InitializeParameters();
            }

            public override Tensor forward(Tensor x) => Mix(x);
        }

        public class Trainer
        {
            private readonly G model = new G(64);
            private readonly Module<Tensor, Tensor> asBase = new G(64);

            public void A() { var o = {|PMZ0016:optim.AdamW(model.parameters(), 1e-3)|}; }
            public void B() { var o = {|PMZ0016:optim.AdamW(asBase.parameters(), 1e-3)|}; }
            public void C() { var a = new G(16); var b = new G(16); var o = {|PMZ0016:optim.AdamW(a.parameters().Concat(b.parameters()), 1e-3)|}; }
            public void D() { var a = new G(16); var o = {|PMZ0016:optim.AdamW(a.parameters().Where(p => p.requires_grad), 1e-3)|}; }
            public void E() { var a = new G(16); var ps = a.parameters(); var o = {|PMZ0016:optim.SGD(ps, 1e-3)|}; }
            public void F() { var a = new G(16); var o = {|PMZ0016:optim.Adam(a.named_parameters(), 1e-3)|}; }
            public void H() { var a = new G(16); var o = {|PMZ0016:optim.Adam(new[] { new Adam.ParamGroup { Parameters = a.parameters() } }, 1e-3)|}; }

            public void I()
            {
                var a = new G(16);
                var o = a.AdamW(1e-3);
                {|PMZ0023:SetLr(o, 1e-4)|};
                var s = {|PMZ0023:optim.lr_scheduler.OneCycleLR(o, 1e-2, 100)|};
                var c = {|PMZ0023:optim.lr_scheduler.CosineAnnealingLR(o, 100, eta_min: 1e-5)|};
            }

            private static void SetLr(optim.Optimizer o, double lr) { foreach (var g in o.ParamGroups) g.LearningRate = lr; }

            public void J() { var a = new G(16); var o = a.AdamW(1e-3); {|PMZ0025:a.cuda()|}; }
            public void K() { var a = new G(16); a.to(float64); using var o = a.AdamW(1e-3); var n = nn.utils.clip_grad_norm_(a.parameters(), 1.0); }
        }
        """;

    [Fact]
    public Task Each_is_seen() => Subject.Analyzers.Verify(Trainer);

    /// <summary>What a helper in another file does with what it is given is seen at its call.</summary>
    [Fact]
    public Task Helpers_stand_in_other_files() => Subject.Analyzers.Verify(
    [
        new SourceFile(Source.Initialized(more: """
            public static class Use
            {
                public static void Run(Mlp model)
                {
                    var optimizer = {|PMZ0016:Helpers.Build(model)|};
                    {|PMZ0023:Helpers.SetRate(model.SGD(0.1), 0.01)|};
                }
            }
            """)),
        new SourceFile("""
            using static TorchSharp.torch;

            internal static class Helpers
            {
                public static optim.Optimizer Build(nn.Module any) => optim.AdamW(any.parameters());

                public static void SetRate(optim.Optimizer any, double rate)
                {
                    foreach (var group in any.ParamGroups)
                        group.LearningRate = rate;
                }
            }
            """),
    ]);
}
