namespace Parameterize.Generators.Emission;

/// <summary>The classes inside of the generated Muon: its options, its groups, how a matrix lies in its tensor, and its state.</summary>
internal static class MuonStateEmitter
{
    public const string Source = """
                /// <summary>What a group of matrices trains by.</summary>
                public sealed class Options : OptimizerOptions
                {
                    public double momentum;
                    public bool nesterov;
                    public double weight_decay;
                    public long ns_steps;

                    public override void SaveStateDict(BinaryWriter writer)
                    {
                        base.SaveStateDict(writer);
                        writer.Write(momentum);
                        writer.Write(nesterov);
                        writer.Write(weight_decay);
                        writer.Write(ns_steps);
                    }

                    public override void LoadStateDict(BinaryReader reader)
                    {
                        base.LoadStateDict(reader);
                        momentum = reader.ReadDouble();
                        nesterov = reader.ReadBoolean();
                        weight_decay = reader.ReadDouble();
                        ns_steps = reader.ReadInt64();
                    }

                    public override void LoadStateDict(OptimizerOptions source)
                    {
                        base.LoadStateDict(source);
                        Options other = (Options)source;
                        (momentum, nesterov, weight_decay, ns_steps) = (other.momentum, other.nesterov, other.weight_decay, other.ns_steps);
                    }
                }

                /// <summary>A group of matrices.</summary>
                public sealed class Matrices : ParamGroup<Options>, torch.optim.IMomentum
                {
                    public Matrices(IEnumerable<(Parameter Parameter, Layout Layout)> layouts, Options options)
                    {
                        Layouts = layouts.ToArray();
                        Parameters = Layouts.Select(layout => layout.Parameter).ToArray();
                        Options = options;
                    }

                    public IReadOnlyList<(Parameter Parameter, Layout Layout)> Layouts { get; }

                    public double Momentum
                    {
                        get => Options.momentum;
                        set => Options.momentum = value;
                    }
                }

                /// <summary>
                /// Where in a tensor its matrix is: rows are outputs, columns are inputs with what else there is behind, as a kernel's
                /// places; what stands in front of both counts matrices of their own.
                /// </summary>
                public sealed class Layout
                {
                    private readonly int _first;
                    private readonly int _outputs;

                    public Layout(Parameter parameter, TensorParameterization row, MuonShape shape, double eps)
                    {
                        int fanIn = Axis(row, AxisRole.FanIn);
                        int fanOut = Axis(row, AxisRole.FanOut);
                        (_first, _outputs) = fanIn < 0 || fanOut < 0 ? (0, 0) : (Math.Min(fanIn, fanOut), fanOut);
                        using (torch.NewDisposeScope())
                        {
                            long[] sizes = Matrices(parameter).shape;
                            double rows = sizes[sizes.Length - 2] / row.FanOut;
                            double columns = sizes[sizes.Length - 1] / row.FanIn;
                            Shape = shape switch
                            {
                                MuonShape.None => 1,
                                MuonShape.Jordan => Math.Sqrt(Math.Max(1, rows / columns)),
                                MuonShape.Moonlight => 0.2 * Math.Sqrt(Math.Max(rows, columns)),
                                _ => throw new ArgumentOutOfRangeException(
                                    nameof(shape), shape, "No such shape factor of Muon's; there are None, Jordan and Moonlight."),
                            };
                        }

                        LeastSize = eps * Math.Sqrt(row.FanIn * row.FanOut);
                    }

                    /// <summary>The factor of the matrix's shape at base widths: what it grows by with width, the rule says.</summary>
                    public double Shape { get; }

                    /// <summary>The least size by which a gradient is divided.</summary>
                    public double LeastSize { get; }

                    /// <summary>The tensor as matrices in the last two axes.</summary>
                    public torch.Tensor Matrices(torch.Tensor tensor)
                    {
                        torch.Tensor ordered = tensor.transpose(_first, _outputs);
                        return ordered.reshape(ordered.shape.Take(_first + 1).Append(-1).ToArray());
                    }

                    /// <summary>Matrices as the tensor that they are of.</summary>
                    public torch.Tensor Tensor(torch.Tensor matrices, torch.Tensor like)
                    {
                        long[] sizes = like.shape;
                        (sizes[_first], sizes[_outputs]) = (sizes[_outputs], sizes[_first]);
                        return matrices.reshape(sizes).transpose(_first, _outputs);
                    }

                    private static int Axis(TensorParameterization row, AxisRole role) =>
                        row.Shape?.Axes.Select(axis => axis.Role).ToList().IndexOf(role) ?? -1;
                }

                /// <summary>The moving average of a matrix's gradients.</summary>
                public sealed class Average : OptimizerState, IDisposable
                {
                    public Average(Parameter parameter, Layout layout)
                        : base(parameter)
                    {
                        Layout = layout;
                        Value = torch.zeros_like(parameter).DetachFromDisposeScope();
                    }

                    public Layout Layout { get; }

                    public torch.Tensor Value { get; private set; }

                    public void Dispose() => Value.Dispose();

                    public override void Initialize(OptimizerOptions options)
                    {
                        using (torch.no_grad())
                        {
                            Value.zero_();
                        }
                    }

                    public override void to(torch.Device device)
                    {
                        torch.Tensor before = Value;
                        Value = before.to(device).DetachFromDisposeScope();
                        if (!ReferenceEquals(before, Value))
                        {
                            before.Dispose();
                        }
                    }

                    public override void SaveStateDict(BinaryWriter writer) => Value.Save(writer);

                    public override void LoadStateDict(BinaryReader reader) => Value.Load(reader);

                    public override void LoadStateDict(OptimizerState source)
                    {
                        using (torch.no_grad())
                        {
                            Value.copy_(((Average)source).Value);
                        }
                    }

                    public override bool ApproximatelyEquals(OptimizerState other) =>
                        other is Average average && Value.allclose(average.Value);
                }
        """;
}
