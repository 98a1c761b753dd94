using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Emission;

/// <summary>
/// Muon, which TorchSharp lacks, as source in the file that each assembly has once: it derives from TorchSharp's own base class, so that
/// state dicts and schedulers know it.
/// </summary>
internal static class MuonSupportEmitter
{
    /// <summary>What the factory of all models' Muons does.</summary>
    public static void WriteFactory(CodeWriter writer, Optimizer optimizer) => writer.Write("""
        return global::Parameterize.Generated.Muon.Of(
            model,
            parameterization,
            new global::Parameterize.Generated.Muon.Options
            {
                LearningRate = lr,
                momentum = momentum,
                nesterov = nesterov,
                weight_decay = weight_decay,
                ns_steps = ns_steps,
            },
            eps,
            shape,
            new Modules.AdamW.Options
            {
                LearningRate = adamw_lr, beta1 = beta1, beta2 = beta2, eps = adamw_eps, weight_decay = weight_decay,
            });
        """);

    public static string Source { get; } = $$"""
        namespace Parameterize.Generated
        {
            using global::System;
            using global::System.Collections.Generic;
            using global::System.IO;
            using global::System.Linq;
            using global::TorchSharp;
            using global::TorchSharp.Modules;
            using global::Parameterize.Scaling.Shapes;

            /// <summary>
            /// Muon (Jordan et al., 2024) for hidden matrices and kernels, TorchSharp's AdamW for all else, as one optimizer: it has the
            /// groups and the state of both. A matrix moves by its averaged gradient with all singular values made nearly 1.
            /// </summary>
            {{GeneratedHeader.Attribute}}
            [global::Microsoft.CodeAnalysis.Embedded]
            internal sealed class Muon : OptimizerHelper
            {
                // The quintic whose five-fold iteration takes singular values from 1e-2 to 1 to between 0.68 and 1.14 (Jordan et al.).
                private const double First = 3.4445;
                private const double Third = -4.775;
                private const double Fifth = 2.0315;

                private readonly AdamW _others;

                public Muon(IEnumerable<Matrices> matrices, AdamW others)
                {
                    _others = others;
                    _parameter_groups = new List<ParamGroup>();
                    foreach (Matrices group in matrices)
                    {
                        Add(group);
                    }

                    Share();
                }

                /// <summary>Makes the optimizer of a model.</summary>
                public static Muon Of(
                    torch.nn.Module model,
                    ModelParameterization parameterization,
                    Options options,
                    double eps,
                    MuonShape shape,
                    AdamW.Options others)
                {
                    Dictionary<string, TensorParameterization> byName = parameterization.Tensors.ToDictionary(row => row.Name);
                    Dictionary<IntPtr, TensorParameterization> rows = new();
                    foreach ((string name, Parameter parameter) in model.named_parameters())
                    {
                        rows[parameter.Handle] = byName[name];
                    }

                    List<Matrices> matrices = new();
                    List<AdamW.ParamGroup> rest = new();
                    foreach (TorchSupport.Group group in TorchSupport.Groups(model, parameterization, OptimizerFamily.Spectral))
                    {
                        ILookup<bool, Parameter> isMatrix = group.Parameters.ToLookup(
                            parameter => rows[parameter.Handle].Kind == ParameterKind.Hidden);
                        if (isMatrix[true].Any())
                        {
                            matrices.Add(new Matrices(
                                isMatrix[true].Select(parameter => (
                                    parameter, new Layout(parameter, rows[parameter.Handle], shape, eps * group.Epsilon))),
                                new Options
                                {
                                    LearningRate = options.LearningRate * group.LearningRate,
                                    momentum = options.momentum,
                                    nesterov = options.nesterov,
                                    weight_decay = options.weight_decay * group.WeightDecay,
                                    ns_steps = options.ns_steps,
                                }));
                        }

                        if (isMatrix[false].Any())
                        {
                            rest.Add(new AdamW.ParamGroup(isMatrix[false].ToArray(), new AdamW.Options
                            {
                                LearningRate = others.LearningRate * group.LearningRate,
                                beta1 = others.beta1,
                                beta2 = others.beta2,
                                eps = others.eps * group.Epsilon,
                                weight_decay = others.weight_decay * group.WeightDecay,
                                amsgrad = false,
                                maximize = false,
                            }));
                        }
                    }

                    return new Muon(matrices, torch.optim.AdamW(rest));
                }

                /// <summary>One step of both; the closure is called once.</summary>
                public override torch.Tensor step(Func<torch.Tensor>? closure = null)
                {
                    torch.Tensor loss = _step<Matrices>(Step, closure);
                    _others.step();
                    return loss;
                }

                /// <summary>A further group of AdamW's: which tensors are hidden matrices, the model's table says.</summary>
                public override void add_param_group(ParamGroup param_group)
                {
                    if (param_group is not AdamW.ParamGroup)
                    {
                        throw new ArgumentException(
                            "Muon takes further parameters in an AdamW.ParamGroup: it orthogonalises the hidden matrices of its model "
                                + "alone.");
                    }

                    _others.add_param_group(param_group);
                    Share();
                }

                protected override void Dispose(bool disposing)
                {
                    base.Dispose(disposing);
                    if (disposing)
                    {
                        _others.Dispose();
                        foreach (Average average in _parameter_groups.OfType<Matrices>()
                            .SelectMany(group => group.Parameters)
                            .Select(AverageOf))
                        {
                            average.Dispose();
                        }
                    }
                }

                /// <summary>
                /// The nearest matrix with singular values near 1, of each matrix in the last two axes: five steps of Newton and Schulz.
                /// </summary>
                internal static torch.Tensor Orthogonalized(torch.Tensor matrices, double least, long steps)
                {
                    bool isTall = matrices.shape[matrices.shape.Length - 2] > matrices.shape[matrices.shape.Length - 1];
                    torch.Tensor x = isTall ? matrices.transpose(-2, -1) : matrices;
                    using torch.Tensor size = x.mul(x).sum(new long[] { -2, -1 }, true).sqrt_().clamp_min_(least);
                    x = x.div(size);
                    for (long step = 0; step < steps; step++)
                    {
                        using torch.Tensor gram = x.matmul(x.transpose(-2, -1));
                        using torch.Tensor odd = gram.matmul(gram).mul_(Fifth).add_(gram, alpha: Third).matmul(x);
                        x = x.mul(First).add_(odd);
                    }

                    return isTall ? x.transpose(-2, -1) : x;
                }

                private Average AverageOf(Parameter parameter) => (Average)_state[parameter.Handle];

                private void Step(Matrices? group)
                {
                    if (group is null)
                    {
                        return;
                    }

                    double rate = group.Options.LearningRate!.Value;
                    double momentum = group.Options.momentum;
                    foreach (Parameter parameter in group.Parameters)
                    {
                        using (torch.NewDisposeScope())
                        {
                            if (parameter.grad is not torch.Tensor gradient)
                            {
                                continue;
                            }

                            Average average = AverageOf(parameter);
                            average.Value.mul_(momentum).add_(gradient, alpha: 1 - momentum);
                            torch.Tensor update = group.Options.nesterov
                                ? gradient.mul(1 - momentum).add_(average.Value, alpha: momentum)
                                : average.Value;
                            torch.Tensor matrices = average.Layout.Matrices(update);
                            torch.Tensor direction = average.Layout.Tensor(
                                Orthogonalized(matrices, average.Layout.LeastSize, group.Options.ns_steps), parameter);
                            parameter.mul_(1 - rate * group.Options.weight_decay);
                            parameter.add_(direction, alpha: -rate * average.Layout.Shape);
                        }
                    }
                }

                private void Add(Matrices group)
                {
                    group.Options.InitialLearningRate = group.Options.LearningRate!.Value;
                    _parameter_groups.Add(group);
                    foreach ((Parameter parameter, Layout layout) in group.Layouts)
                    {
                        Average average = new(parameter, layout);
                        average.Initialize(group.Options);
                        _state[parameter.Handle] = average;
                    }
                }

                /// <summary>AdamW's groups and states, the same objects, behind one's own.</summary>
                private void Share()
                {
                    foreach (ParamGroup group in _others.ParamGroups.Cast<ParamGroup>().Except(_parameter_groups).ToArray())
                    {
                        _parameter_groups.Add(group);
                    }

                    StateDictionary state = _others.state_dict();
                    foreach ((Parameter parameter, int index) in _others.parameters().Select((parameter, index) => (parameter, index)))
                    {
                        _state[parameter.Handle] = state.State[index];
                    }
                }

        {{MuonStateEmitter.Source}}
            }
        }

        """;
}
