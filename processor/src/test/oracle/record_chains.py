"""Records whether PyTorch refuses views behind random chains: record_chains.py [count] [seed] > chains.tsv"""
import torch, random, sys, warnings
import torch.nn.functional as F
warnings.filterwarnings("ignore")
N=int(sys.argv[1]); R=random.Random(int(sys.argv[2]))
D={torch.float32:'f',torch.bool:'b',torch.int64:'l'}
def desc(v): return D[v.dtype]+'['+','.join(map(str,v.shape))+']'
def step(v):
    s=list(v.shape); r=len(s); k=R.random()
    if r==0: return 'x.unsqueeze(0)'
    a=R.randrange(r); b=R.randrange(r)
    if k<.3: return 'x.transpose(%d, %d)'%(a,b)
    if k<.4:
        p=list(range(r)); R.shuffle(p); return 'x.permute(%s)'%', '.join(map(str,p))
    if k<.47: return 'x.unsqueeze(%d)'%R.randint(0,r)
    if k<.52: return 'x.squeeze(%d)'%a
    if k<.6: return 'x['+', '.join([':']*a+[R.choice(['1:','::2',':-1','0','None',':1'])])+']'
    if k<.65: return 'x.expand(%s)'%', '.join(['3']*R.randint(0,1)+['-1' if d>1 else '4' for d in s])
    if k<.7: return 'x.chunk(2, %d)[0]'%a
    if k<.74: return 'x.select(%d, 0)'%a
    if k<.78: return 'x.contiguous()'
    if k<.88: return R.choice(['F.relu(x)','x * 2','x + x','torch.cat([x, x], %d)'%a,'F.softmax(x, dim=%d)'%a,'x.clone()','x.exp()','F.dropout(x, 0.5, False)','x.masked_fill(x > 0, 0.0)','torch.stack([x, x], %d)'%a,'x.sum(%d)'%a,'torch.sigmoid(x)','F.gelu(x)','F.layer_norm(x, (%d,))'%s[-1],'F.linear(x, torch.ones(5, %d))'%s[-1]])
    if k<.94: return 'x.reshape(%s)'%', '.join(map(str,view(s)))
    return 'x @ x.transpose(-1, -2)' if r>1 else 'x * x'
def view(s):
    s=list(s); 
    for _ in range(R.randint(0,2)):
        if len(s)>1:
            i=R.randrange(len(s)-1); s[i:i+2]=[s[i]*s[i+1]]
    if R.random()<.3:
        i=R.randrange(len(s)) if s else None
        if i is not None and s[i]%2==0: s[i:i+1]=[2,s[i]//2] if R.random()<.5 else [s[i]//2,2]
    return s or [1]
out=set()
while len(out)<N:
    shape=[R.choice([1,2,3,4,6]) for _ in range(R.randint(1,4))]
    x=torch.randn(shape); text=[]
    try:
        for _ in range(R.randint(1,4)):
            t=step(x); x=eval(t,globals(),{'x':x}); text.append('x = '+t)
    except Exception: continue
    if 0 in x.shape: continue
    v=view(x.shape); text.append('y = x.view(%s)'%', '.join(map(str,v)))
    try: y=eval('x.view(%s)'%', '.join(map(str,v))); r=desc(y)
    except RuntimeError: r='!'
    out.add('chain\tx=f[%s]\t%s\t%s'%(','.join(map(str,shape)),'; '.join(text),r))
print('\n'.join(sorted(out)))
