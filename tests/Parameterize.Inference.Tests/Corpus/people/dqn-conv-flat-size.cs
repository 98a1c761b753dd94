// right: conv1 Input, conv2 Hidden, conv3 Hidden, head Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1, conv2, conv3;
    private readonly Linear head;
    public M([Width] int width, int h = 40, int w = 60, int outputs = 3) : base("DQN")
    {
        conv1 = Conv2d(3, width, 5, stride: 2);
        conv2 = Conv2d(width, 2 * width, 5, stride: 2);
        conv3 = Conv2d(2 * width, 2 * width, 5, stride: 2);
        int conv2d_size_out(int size, int kernel_size = 5, int stride = 2) => (size - (kernel_size - 1) - 1) / stride + 1;
        var convw = conv2d_size_out(conv2d_size_out(conv2d_size_out(w)));
        var convh = conv2d_size_out(conv2d_size_out(conv2d_size_out(h)));
        int linear_input_size = convw * convh * 2 * width;
        head = Linear(linear_input_size, outputs);
        InitializeParameters();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(Conv1(x));
        x = functional.relu(Conv2(x));
        x = functional.relu(Conv3(x));
        return Head(x.view(x.size(0), -1));
    }
}
