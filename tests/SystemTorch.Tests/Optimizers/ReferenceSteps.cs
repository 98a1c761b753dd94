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

    internal static double[] Adamax(double rate, double beta1, double beta2, double eps, double decay, double[] gradients, double value)
    {
        var (average, norm) = (0.0, 0.0);
        return Path(gradients, (g, t) =>
        {
            g += decay * value;
            average = beta1 * average + (1 - beta1) * g;
            norm = Math.Max(beta2 * norm, Math.Abs(g) + eps);
            return value -= rate / (1 - Math.Pow(beta1, t)) * average / norm;
        });
    }

    internal static double[] NAdam(
        double rate, double beta1, double beta2, double eps, double decay, double momentumDecay, double[] gradients, double value)
    {
        var (first, second, product) = (0.0, 0.0, 1.0);
        return Path(gradients, (g, t) =>
        {
            g += decay * value;
            first = beta1 * first + (1 - beta1) * g;
            second = beta2 * second + (1 - beta2) * g * g;
            var (now, next) = (Momentum(t), Momentum(t + 1));
            product *= now;
            var ahead = next * first / (1 - product * next) + (1 - now) * g / (1 - product);
            return value -= rate * ahead / (Math.Sqrt(second / (1 - Math.Pow(beta2, t))) + eps);
        });

        double Momentum(int t) => beta1 * (1 - 0.5 * Math.Pow(0.96, t * momentumDecay));
    }

    internal static double[] RAdam(double rate, double beta1, double beta2, double eps, double decay, double[] gradients, double value)
    {
        var (first, second, longest) = (0.0, 0.0, 2 / (1 - beta2) - 1);
        return Path(gradients, (g, t) =>
        {
            g += decay * value;
            first = beta1 * first + (1 - beta1) * g;
            second = beta2 * second + (1 - beta2) * g * g;
            var power = Math.Pow(beta2, t);
            var length = longest - 2 * t * power / (1 - power);
            var step = first / (1 - Math.Pow(beta1, t));
            if (length > 5)
            {
                var rectification = (length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length);
                step *= Math.Sqrt(rectification) * Math.Sqrt(1 - power) / (Math.Sqrt(second) + eps);
            }

            return value -= rate * step;
        });
    }

    internal static double[] RMSProp(
        double rate, double alpha, double eps, double decay, double momentum, bool centered, bool maximize, double[] gradients, double value)
    {
        var (squares, average, buffer) = (0.0, 0.0, 0.0);
        return Path(gradients, (g, _) =>
        {
            g = (maximize ? -g : g) + decay * value;
            squares = alpha * squares + (1 - alpha) * g * g;
            average = alpha * average + (1 - alpha) * g;
            buffer = momentum * buffer + g / (Math.Sqrt(centered ? squares - average * average : squares) + eps);
            return value -= rate * buffer;
        });
    }

    internal static double[] Adagrad(
        double rate, double rateDecay, double decay, double start, double eps, double[] gradients, double value)
    {
        var sum = start;
        return Path(gradients, (g, t) =>
        {
            g += decay * value;
            sum += g * g;
            return value -= rate / (1 + (t - 1) * rateDecay) * g / (Math.Sqrt(sum) + eps);
        });
    }

    internal static double[] Adadelta(double rate, double rho, double eps, double decay, bool maximize, double[] gradients, double value)
    {
        var (squares, updates) = (0.0, 0.0);
        return Path(gradients, (g, _) =>
        {
            g = (maximize ? -g : g) + decay * value;
            squares = rho * squares + (1 - rho) * g * g;
            var update = Math.Sqrt(updates + eps) / Math.Sqrt(squares + eps) * g;
            updates = rho * updates + (1 - rho) * update * update;
            return value -= rate * update;
        });
    }

    internal static double[] Asgd(double rate, double lambd, double alpha, double decay, bool maximize, double[] gradients, double value) =>
        Path(gradients, (g, t) =>
        {
            var now = rate / Math.Pow(1 + lambd * rate * (t - 1), alpha);
            g = (maximize ? -g : g) + decay * value;
            return value = value * (1 - lambd * now) - now * g;
        });

    internal static double[] Rprop(
        double rate, double etaminus, double etaplus, double minimum, double maximum, bool maximize, double[] gradients, double value)
    {
        var (previous, size) = (0.0, rate);
        return Path(gradients, (g, _) =>
        {
            g = maximize ? -g : g;
            var agreement = Math.Sign(g * previous);
            size = Math.Clamp(size * (agreement > 0 ? etaplus : agreement < 0 ? etaminus : 1), minimum, maximum);
            previous = agreement < 0 ? 0 : g;
            return value -= Math.Sign(previous) * size;
        });
    }

    /// <summary>The value after each step; the first step is number 1.</summary>
    private static double[] Path(double[] gradients, Func<double, int, double> step) =>
        gradients.Select((gradient, index) => step(gradient, index + 1)).ToArray();
}
