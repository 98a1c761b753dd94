// right: enc.e0 Input, enc.e1 Hidden, enc.e2 Hidden, enc.e3 Output, dec.d0 Input, dec.d1 Hidden, dec.d2 Hidden, dec.d3 Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential enc, dec;
    public M([Width] int width, int data = 20, int code = 3) : base("AE")
    {
        var sizes = new[] { data, 4 * width, 2 * width, width, code };
        enc = Sequential(Pairs(sizes).Select((p, i) => ($"e{i}", (Module<Tensor, Tensor>)Linear(p.a, p.b))));
        dec = Sequential(Pairs(sizes.Reverse().ToArray()).Select((p, i) => ($"d{i}", (Module<Tensor, Tensor>)Linear(p.a, p.b))));
        InitializeParameters();
    }
    private static IEnumerable<(int a, int b)> Pairs(int[] s)
    {
        for (int i = 1; i < s.Length; i++) yield return (s[i - 1], s[i]);
    }
    public override Tensor forward(Tensor x) => dec.call(enc.call(x));
}
