namespace Parameterize.TestKit;

/// <summary>Normal noise from a seed that a failing test can print.</summary>
internal sealed class Noise(int seed)
{
    private readonly Random random = new(seed);

    public double Next() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public double Between(double low, double high) => low + (high - low) * random.NextDouble();
}
