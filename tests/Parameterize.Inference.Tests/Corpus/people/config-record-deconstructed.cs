// right: _features.fc1 Input, _features.fc2 Hidden, _head Output
// must be right
public sealed record NetConfig([Width] int Hidden, int Inputs = 7, int Classes = 3, double Dropout = 0.1);

[Parameterize(BaseWidth = 8)]
public sealed partial class M : Module<Tensor, Tensor>
{
    private readonly Sequential _features;
    private readonly Linear _head;
    public M(NetConfig config) : base(nameof(M))
    {
        var (hidden, inputs, classes, dropout) = config;
        _features = Sequential(
            ("fc1", Linear(inputs, hidden)),
            ("act1", ReLU()),
            ("drop", Dropout(dropout)),
            ("fc2", Linear(hidden, hidden)),
            ("act2", ReLU()));
        _head = Linear(hidden, classes);
        InitializeParameters();
    }
    public static M Make(long w) => new(new NetConfig((int)w));
    public override Tensor forward(Tensor x) => Head(_features.call(x));
}
