using Parameterize.Generators.Catalogues;
using Parameterize.Generators.Infrastructure;

namespace Parameterize.Generators.Emission;

/// <summary>Writes what ClipGradNorm of all models shares, in the file that each assembly has once.</summary>
internal static class ClippingSupportEmitter
{
    /// <summary>The full name of the method.</summary>
    public const string Method = "global::Parameterize.Generated.TorchClipping.ClipGradNorm";

    public static string Source { get; } = Emit();

    private static string Emit()
    {
        var writer = new CodeWriter();
        using (writer.Block("namespace Parameterize.Generated"))
        {
            writer.Write("using global::System;\nusing global::System.Collections.Generic;\nusing global::System.Linq;\n"
                + "using global::TorchSharp;\nusing Modules = global::TorchSharp.Modules;\n");
            writer.Write($"""
                /// <summary>Clipping by the norm of all gradients. A model's own <c>ClipGradNorm</c> calls this.</summary>
                {GeneratedHeader.Attribute}
                [global::Microsoft.CodeAnalysis.Embedded]
                """);
            using (writer.Block("internal static class TorchClipping"))
            {
                WriteFamily(writer);
                writer.Space().Write(Clipping);
            }
        }

        return writer.ToString();
    }

    private static void WriteFamily(CodeWriter writer)
    {
        writer.Write("/// <summary>How an optimizer's update depends on the gradient.</summary>");
        using (writer.Block("private static OptimizerFamily FamilyOf(torch.optim.Optimizer optimizer) => optimizer switch", end: "};"))
        {
            foreach (var family in OptimizerCatalogue.All.GroupBy(optimizer => optimizer.Family))
            {
                var types = string.Join(" or ", family.Select(optimizer => $"Modules.{optimizer.Factory}"));
                writer.Write($"{types} => OptimizerFamily.{family.Key},");
            }

            writer.Write($"{OptimizerCatalogue.Muon.Factory} => OptimizerFamily.{OptimizerCatalogue.Muon.Family},");
            writer.Write("""
                null => throw new ArgumentNullException(nameof(optimizer)),
                _ => throw new ArgumentException(
                    $"How a step of '{optimizer.GetType().Name}' depends on the gradient is not known; give ClipGradNorm an "
                        + "OptimizerFamily in its place.",
                    nameof(optimizer)),
                """);
        }
    }

    private const string Clipping = """
        /// <summary>
        /// Scales the gradients down, in place, where their norm is above a number: what <c>torch.nn.utils.clip_grad_norm_</c> does at base
        /// width, and does at no other under SGD, since there the norm of gradients depends on width and gauge. Under SGD-like optimizers
        /// the norm is that of gradients times the root of their group's factor on the rate, whose square is what a step of rate 1 takes
        /// off the loss; under others it is the plain one.
        /// </summary>
        /// <param name="model">The model whose gradients are clipped, models inside of it included.</param>
        /// <param name="parameterization">Its table.</param>
        /// <param name="max_norm">The largest norm, as it was found good at base width.</param>
        /// <param name="optimizer">What takes the step, which says the family.</param>
        /// <param name="error_if_nonfinite">Whether to throw, before a gradient is changed, if the norm is infinite or no number.</param>
        /// <returns>The norm before clipping; 0 where nothing has a gradient.</returns>
        /// <exception cref="ArgumentException">The optimizer is none of TorchSharp's that take groups; say its family instead.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The norm to clip at is negative or no number.</exception>
        /// <exception cref="InvalidOperationException">The norm is not finite, or the model has a parameter that no rule knows.</exception>
        public static double ClipGradNorm(
            torch.nn.Module model, ModelParameterization parameterization, double max_norm, torch.optim.Optimizer optimizer,
            bool error_if_nonfinite) =>
            ClipGradNorm(model, parameterization, max_norm, FamilyOf(optimizer), error_if_nonfinite);

        /// <summary>The same in front of an optimizer of one's own.</summary>
        /// <param name="model">The model whose gradients are clipped, models inside of it included.</param>
        /// <param name="parameterization">Its table.</param>
        /// <param name="max_norm">The largest norm, as it was found good at base width.</param>
        /// <param name="family">How the optimizer's update depends on the gradient: SGD-like ones take the norm with rates.</param>
        /// <param name="error_if_nonfinite">Whether to throw, before a gradient is changed, if the norm is infinite or no number.</param>
        /// <returns>The norm before clipping; 0 where nothing has a gradient.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The norm to clip at is negative or no number.</exception>
        /// <exception cref="InvalidOperationException">The norm is not finite, or the model has a parameter that no rule knows.</exception>
        public static double ClipGradNorm(
            torch.nn.Module model, ModelParameterization parameterization, double max_norm, OptimizerFamily family, bool error_if_nonfinite)
        {
            if (!(max_norm >= 0))
            {
                throw new ArgumentOutOfRangeException(nameof(max_norm), max_norm, "The norm to clip at is 0 or more.");
            }

            Dictionary<IntPtr, double> rates = TorchSupport.Groups(model, parameterization, family)
                .SelectMany(group => group.Parameters, (group, parameter) => (parameter.Handle, group.LearningRate))
                .ToDictionary(tensor => tensor.Handle, tensor => tensor.LearningRate);
            using (torch.no_grad())
            using (torch.NewDisposeScope())
            {
                List<torch.Tensor> gradients = new();
                List<torch.Tensor> norms = new();
                foreach (Modules.Parameter parameter in model.parameters())
                {
                    // Once, however often its module is held; none that does not train.
                    if (rates.TryGetValue(parameter.Handle, out double rate) && rates.Remove(parameter.Handle)
                        && parameter.grad is torch.Tensor gradient)
                    {
                        gradients.Add(gradient);
                        norms.Add(Weighted(gradient.norm(), family == OptimizerFamily.SgdLike ? Math.Sqrt(rate) : 1));
                    }
                }

                if (norms.Count == 0)
                {
                    return 0;
                }

                // The steps of clip_grad_norm_ one by one, so that at base width the bits are the same.
                torch.Tensor total = norms.Count == 1 ? norms[0] : torch.stack(norms.Select(norm => norm.to(norms[0].device))).norm();
                double value = Number(total);
                if (error_if_nonfinite && (double.IsNaN(value) || double.IsInfinity(value)))
                {
                    throw new InvalidOperationException(
                        FormattableString.Invariant(
                            $"The norm of the gradients of '{parameterization.Model}' is {value}, so they cannot be clipped. ")
                        + "Skip this step, or leave error_if_nonfinite out to take it as it is.");
                }

                using (Scalar most = max_norm, one = 1.0, little = 1e-6)
                {
                    torch.Tensor factor = torch.full_like(total, most).div_(total.add(little, one)).clamp_max_(one);
                    foreach (torch.Tensor gradient in gradients)
                    {
                        gradient.mul_(factor.to(gradient.device));
                    }
                }

                return value;
            }
        }

        private static double Number(torch.Tensor tensor)
        {
            using (Scalar held = tensor.ToScalar())
            {
                return held.ToDouble();
            }
        }

        private static torch.Tensor Weighted(torch.Tensor norm, double weight)
        {
            if (weight == 1)
            {
                return norm;
            }

            using (Scalar held = weight)
            {
                return norm.mul_(held);
            }
        }
        """;
}
