namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The momentum of a group, by whichever name its optimizer has for it.</summary>
            private static class Momentum
            {
                internal static bool Exists(ILearningRateController group) => group is IMomentum or IBetas;

                internal static void Set(ILearningRateController group, double value)
                {
                    if (group is IMomentum momentum)
                        momentum.Momentum = value;
                    else if (group is IBetas betas)
                        betas.Betas = (value, betas.Betas.Item2);
                }
            }
        }
    }
}
