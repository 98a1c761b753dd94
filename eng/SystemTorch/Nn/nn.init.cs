namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Initial values, in place and outside autograd. Generators are honoured, and names tell the truth.</summary>
        public static partial class init
        {
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            public static Tensor constant_(Tensor tensor, Scalar val)
            {
                using (no_grad())
                    return tensor.fill_(val);
            }

            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator generator = null!)
            {
                using (no_grad())
                    return tensor.uniform_(low, high, generator);
            }

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator generator = null!)
            {
                using (no_grad())
                    return tensor.normal_(mean, std, generator);
            }

            /// <summary>Normal within [a, b], by the inverse of the distribution function.</summary>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator generator = null!)
            {
                using (no_grad())
                {
                    using var low = Distribution((a - mean) / std);
                    using var high = Distribution((b - mean) / std);
                    return tensor.uniform_(2 * low.ToDouble() - 1, 2 * high.ToDouble() - 1, generator)
                        .erfinv_().mul_(std * Math.Sqrt(2)).add_(mean).clamp_(a, b);
                }
            }

            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * KaimingStd(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingStd(tensor, a, mode, nonlinearity));

            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var bound = Math.Sqrt(3) * XavierStd(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) => normal_(tensor, 0, XavierStd(tensor, gain));

            public static Tensor eye_(Tensor tensor)
            {
                using (no_grad())
                using (var identity = eye(tensor.shape[0], tensor.shape[1], tensor.dtype))
                    return tensor.copy_(identity);
            }

            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var rows = tensor.shape[0];
                var columns = tensor.numel() / rows;
                var normal = randn(Math.Max(rows, columns), Math.Min(rows, columns), tensor.dtype);
                var (q, r) = linalg.qr(normal);
                var orthogonal = q * r.diagonal().sign();
                tensor.copy_((rows < columns ? orthogonal.t() : orthogonal).reshape(tensor.shape) * gain);
                return tensor;
            }

            private static Tensor Distribution(double x) => tensor(x / Math.Sqrt(2), ScalarType.Float64).erf_().add_(1).mul_(0.5);
        }
    }
}
