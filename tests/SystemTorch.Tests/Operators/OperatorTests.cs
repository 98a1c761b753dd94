using static TorchSharp.torch;

namespace SystemTorch.Tests.Operators;

public class OperatorTests
{
    private static IEnumerable<OperatorCase> All => [.. ElementwiseCases.All, .. StructuralCases.All, .. LayerCases.All];

    public static TheoryData<string> Names => [.. All.Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_equals_closed_form(string name)
    {
        using var scope = NewDisposeScope();
        var item = Find(name);
        var inputs = item.Inputs.Select(make => make()).ToArray();
        var before = inputs.Select(input => input.clone().data<double>().ToArray()).ToArray();
        var actual = Doubles(item.Apply(inputs));
        if (item.Elementwise is { } expected)
            for (var i = 0; i < actual.Length; i++)
                Close(expected([.. before.Select(values => values[i % values.Length])]), actual[i]);
        else if (item.Expected is { } values)
            for (var i = 0; i < values.Length; i++)
                Close(values[i], actual[i]);
        Assert.All(actual, value => Assert.True(double.IsFinite(value)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_equals_finite_differences(string name)
    {
        const double step = 1e-6;
        using var scope = NewDisposeScope();
        var item = Find(name);
        if (!item.Differentiable)
            return;
        var inputs = item.Inputs.Select(make => make().requires_grad_()).ToArray();
        var weights = OperatorCase.Values(item.Apply(inputs).shape, 0.5, 1.5, 99);
        var gradients = autograd.grad([(item.Apply(inputs) * weights).sum()], inputs);
        using var guard = no_grad();
        for (var which = 0; which < inputs.Length; which++)
        {
            var elements = inputs[which].data<double>();
            var analytic = gradients[which].contiguous().data<double>().ToArray();
            for (long i = 0; i < elements.Count; i++)
            {
                var middle = elements.ToArray()[i];
                var high = At(i, middle + step);
                var low = At(i, middle - step);
                At(i, middle);
                Assert.Equal((high - low) / (2 * step), analytic[i], 1e-5 * (1 + Math.Abs(analytic[i])));
            }

            double At(long position, double value)
            {
                elements.CopyFrom([value], 0, position);
                return (item.Apply(inputs) * weights).sum().item<double>();
            }
        }
    }

    private static OperatorCase Find(string name) => All.Single(item => item.Name == name);

    private static double[] Doubles(Tensor tensor) => tensor.to_type(ScalarType.Float64).contiguous().data<double>().ToArray();

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, 1e-12 + 1e-7 * Math.Abs(expected));
}
