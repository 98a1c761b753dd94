// right: enc1 Input, enc2 Output, dec1 Input, dec2 Output
// must be right
public readonly record struct AutoencoderOptions(long InputSize, long HiddenSize, long CodeSize = 4);
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Linear enc1, enc2, dec1, dec2;
    public M([Width] long hidden) : this(new AutoencoderOptions(20, hidden))
    {
    }

    private M(in AutoencoderOptions o) : base("AE")
    {
        (enc1, enc2) = (Linear(o.InputSize, o.HiddenSize), Linear(o.HiddenSize, o.CodeSize));
        (dec1, dec2) = (Linear(o.CodeSize, o.HiddenSize), Linear(o.HiddenSize, o.InputSize));
        InitializeParameters();
    }

    public override Tensor forward(Tensor x) => Dec2(functional.relu(Dec1(Enc2(functional.relu(Enc1(x))))));
}
