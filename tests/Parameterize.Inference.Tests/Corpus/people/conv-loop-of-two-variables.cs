// right: features.0 Input, features.1 Vector, features.4 Hidden, features.5 Vector, features.8 Hidden, features.9 Vector, fc Output
// must be right
[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential features;
    private readonly Linear fc;
    public M([Width] int channels, int stages = 3) : base("M")
    {
        var list = new List<Module<Tensor, Tensor>>();
        int c = 3, next = channels;
        for (int s = 0; s < 3; s++, c = next, next *= 2)
        {
            list.Add(Conv2d(c, next, 3, padding: 1));
            list.Add(BatchNorm2d(next));
            list.Add(ReLU());
            list.Add(MaxPool2d(2));
        }
        features = Sequential(list);
        fc = Linear(next / 2, 10);
        InitializeParameters();
    }
    public override Tensor forward(Tensor x) => Fc(features.call(x).flatten(1));
}
