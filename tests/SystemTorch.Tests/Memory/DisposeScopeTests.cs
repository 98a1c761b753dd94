using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SystemTorch.Tests.Memory;

public class DisposeScopeTests
{
    [Fact]
    public void What_is_made_in_a_scope_dies_with_it()
    {
        Tensor inside;
        using (NewDisposeScope())
            inside = zeros(2);
        Assert.True(inside.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => inside.shape);
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void Tensors_can_leave_for_the_outer_scope_or_for_good()
    {
        Tensor moved, detached;
        using (NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                moved = zeros(2).MoveToOuterDisposeScope();
                detached = inner.Detach(zeros(2));
                Assert.Same(inner, CurrentDisposeScope);
                Assert.Equal(0, inner.DisposablesCount);
            }

            Assert.False(moved.IsInvalid);
        }

        Assert.True(moved.IsInvalid);
        Assert.False(detached.IsInvalid);
        using (NewDisposeScope())
            zeros(1).MoveToOuterDisposeScope().Dispose();
    }

    [Fact]
    public void Scopes_can_keep_what_they_are_told_to()
    {
        using var scope = NewDisposeScope();
        var (kept, dropped) = (zeros(1), zeros(1));
        scope.DisposeEverythingBut(kept);
        Assert.False(kept.IsInvalid);
        Assert.True(dropped.IsInvalid);
        Assert.True(scope.Contains(kept));
        Assert.Single(scope.DisposablesView);
        scope.DisposeEverything();
        Assert.True(kept.IsInvalid);
    }

    [Fact]
    public void Gradients_and_layers_survive_but_own_parameters_do_not()
    {
        var weight = new Parameter(ones(2));
        Linear layer;
        Parameter own;
        using (NewDisposeScope())
        {
            layer = nn.Linear(2, 2);
            own = new Parameter(ones(2));
            (weight * 3).sum().backward();
        }

        Assert.Equal(6, weight.grad!.sum().item<float>());
        Assert.False(layer.weight.IsInvalid);
        Assert.True(own.IsInvalid);
    }

    [Fact]
    public void A_parameter_takes_the_tensor_it_is_made_from()
    {
        var source = ones(2);
        var parameter = new Parameter(source);
        Assert.True(source.IsInvalid);
        Assert.True(parameter is { requires_grad: true, is_leaf: true });
    }
}
