using System.Reflection;
using Parameterize.Training.Tests.Models;
using static TorchSharp.torch;

namespace Parameterize.Training.Tests;

/// <summary>What is no rate, decay or average is refused in a sentence, before it makes every weight NaN.</summary>
[Collection("torch")]
public sealed class OptimizerArgumentTests
{
    private static readonly string[] s_averages = ["beta1", "beta2"];

    /// <summary>Every factory, and every number that it takes.</summary>
    public static TheoryData<string, string> Numbers
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var number in typeof(NeuralTangentMlp).GetMethods()
                .Where(factory => factory.ReturnType.IsAssignableTo(typeof(optim.Optimizer)))
                .SelectMany(factory => factory.GetParameters())
                .Where(argument => argument.ParameterType == typeof(double)))
            {
                all.Add(number.Member.Name, number.Name!);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_is_no_number_is_refused(string factory, string argument)
    {
        using var model = new NeuralTangentMlp(64, 0.5);
        Assert.All(new[] { double.NaN, double.PositiveInfinity, -0.001 }, value => Refused(model, factory, argument, value));
        if (s_averages.Contains(argument))
        {
            Refused(model, factory, argument, 1);
        }
    }

    [Fact]
    public void The_sentence_says_what_is_wrong_where_and_what_is_right()
    {
        using var model = new NeuralTangentMlp(64, 0.5);
        var rate = Assert.Throws<ArgumentOutOfRangeException>("lr", () => model.AdamW(double.NaN));
        Assert.StartsWith(
            "AdamW of 'NeuralTangentMlp' was given lr = NaN: give a finite number, 0 or more.", rate.Message, StringComparison.Ordinal);
        var beta = Assert.Throws<ArgumentOutOfRangeException>("beta2", () => model.NAdam(0.001, beta2: 1));
        Assert.StartsWith(
            "NAdam of 'NeuralTangentMlp' was given beta2 = 1: give a number from 0 to below 1.", beta.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("ns_steps", () => model.Muon(ns_steps: -1));
    }

    [Fact]
    public void Zero_is_a_rate()
    {
        using var model = new NeuralTangentMlp(64, 0.5);
        using var optimizer = model.SGD(0);
        Assert.All(optimizer.ParamGroups, group => Assert.Equal(0, group.LearningRate));
    }

    private static void Refused(nn.Module model, string factory, string argument, double value)
    {
        (string, object)[] given = argument == "learningRate" ? [(argument, value)] : [(argument, value), .. Required(model, factory)];
        var error = Assert.Throws<TargetInvocationException>(() => Gauges.Optimizer(model, factory, given));
        Assert.Equal(argument, Assert.IsType<ArgumentOutOfRangeException>(error.InnerException).ParamName);
    }

    private static IEnumerable<(string Name, object Value)> Required(nn.Module model, string factory) => model.GetType().GetMethod(factory)!
        .GetParameters().Where(parameter => !parameter.HasDefaultValue).Select(parameter => (parameter.Name!, (object)0.1));
}
