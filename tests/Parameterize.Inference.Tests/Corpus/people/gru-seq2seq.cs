// right: src Input, trg Input, enc.weight_ih_l0 Hidden, enc.weight_hh_l0 Hidden, enc.weight_ih_l0_reverse Hidden
// right: enc.weight_hh_l0_reverse Hidden, dec.weight_ih_l0 Hidden, dec.weight_hh_l0 Hidden, attn Hidden, outp Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding src, trg;
    private readonly GRU enc, dec;
    private readonly Linear attn, outp;
    public M([Width] long hid, long vocab = 40, double p = 0.1) : base("S2S")
    {
        src = Embedding(vocab, hid / 2);
        trg = Embedding(vocab, hid / 2);
        enc = GRU(hid / 2, hid, bidirectional: true);
        dec = GRU(hid / 2 + 2 * hid, hid);
        attn = Linear(3 * hid, hid);
        outp = Linear(hid * 3 + hid / 2, vocab);
        foreach (var(name, param)in new (string, Parameter)[]
        {
            ("a", attn.weight),
            ("o", outp.weight)
        }

        )
            init.normal_(param, 0, 0.01);
        InitializeParameters();
    }

    public override Tensor forward(Tensor a, Tensor b) => a;
}
