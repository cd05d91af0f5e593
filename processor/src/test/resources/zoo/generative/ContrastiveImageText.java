package zoo.generative;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {3, 40, 40}, name = "image")
@Input(value = {16}, name = "text", dtype = long.class)
@Forward("""
    def forward(self, image, text):
        image_features = self.visual(image)
        text_features = self.token(text).mean(1) @ self.text_projection
        image_features = image_features / image_features.norm(dim=1, keepdim=True)
        text_features = text_features / text_features.norm(dim=1, keepdim=True)
        logit_scale = self.logit_scale.exp()
        logits_per_image = logit_scale * image_features @ text_features.t()
        logits_per_text = logits_per_image.t()
        labels = torch.arange(image.size(0))
        loss = (F.cross_entropy(logits_per_image, labels) + F.cross_entropy(logits_per_text, labels)) / 2
        return loss
    """)
class ContrastiveImageText {
  static class Block {}

  @Parameter({48, 64}) Block text_projection;
  @Parameter({}) Block logit_scale;
  @Conv2d(in = 3, out = 32, k = 8, s = 8) @AdaptiveAvgPool2d(1) @Flatten @Linear(in = 32, out = 64) Block visual;
  @Embedding(num = 400, dim = 48) Block token;
}

/* PyTorch 1.13.0:
parameters 30561
sizes N=2 N=3
visual 2,32,5,5 3,32,5,5
visual_1 2,32,1,1 3,32,1,1
visual_2 2,32 3,32
visual_3 2,64 3,64
token 2,16,48 3,16,48
mean 2,48 3,48
matmul 2,64 3,64
norm 2,1 3,1
div 2,64 3,64
norm_1 2,1 3,1
div_1 2,64 3,64
logit_scale_1 () ()
mul 2,64 3,64
t 64,2 64,3
matmul_1 2,2 3,3
logits_per_text 2,2 3,3
labels 2 3
cross_entropy () ()
cross_entropy_1 () ()
add () ()
div_2 () ()
*/
