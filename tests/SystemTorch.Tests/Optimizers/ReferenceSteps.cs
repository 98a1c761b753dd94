namespace SystemTorch.Tests.Optimizers;

/// <summary>The optimizers' updates of one number, in double arithmetic, from their papers and PyTorch's documentation.</summary>
internal static class ReferenceSteps
{
    internal sealed record Sgd(
        double Rate, double Momentum = 0, double Dampening = 0, double Decay = 0, bool Nesterov = false, bool Maximize = false)
    {
        internal double[] Run(double start, Func<int, double> gradient, int steps)
        {
            var (value, buffer, path) = (start, 0.0, new double[steps]);
            for (var step = 0; step < steps; step++)
            {
                var g = (Maximize ? -1 : 1) * gradient(step) + Decay * value;
                if (Momentum != 0)
                {
                    buffer = step == 0 ? g : Momentum * buffer + (1 - Dampening) * g;
                    g = Nesterov ? g + Momentum * buffer : buffer;
                }

                path[step] = value -= Rate * g;
            }

            return path;
        }
    }

    internal sealed record Adam(
        double Rate, double Beta1 = 0.9, double Beta2 = 0.999, double Eps = 1e-8, double Decay = 0, bool Amsgrad = false,
        bool Maximize = false, bool Decoupled = false)
    {
        internal double[] Run(double start, Func<int, double> gradient, int steps)
        {
            var (value, first, second, largest, path) = (start, 0.0, 0.0, 0.0, new double[steps]);
            for (var step = 0; step < steps; step++)
            {
                var g = (Maximize ? -1 : 1) * gradient(step);
                if (Decoupled)
                    value *= 1 - Rate * Decay;
                else
                    g += Decay * value;
                first = Beta1 * first + (1 - Beta1) * g;
                second = Beta2 * second + (1 - Beta2) * g * g;
                largest = Math.Max(largest, second);
                var scale = Math.Sqrt((Amsgrad ? largest : second) / (1 - Math.Pow(Beta2, step + 1))) + Eps;
                path[step] = value -= Rate * first / (1 - Math.Pow(Beta1, step + 1)) / scale;
            }

            return path;
        }
    }
}
