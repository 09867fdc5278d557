/* biome-ignore-all lint: runs in any browser back to Internet Explorer 9, so only the oldest syntax will do */
/* biome-ignore-all format: as above */
/* The floor is Chromium 87, the first to know the `inset` shorthand; the desk is built for it (vite.config.ts). */
(function () {
  var modern = 'noModule' in document.createElement('script') && window.CSS && CSS.supports && CSS.supports('inset', '0')
  if (modern) return
  window.belowFloor = true
  function show() {
    document.title = '请切换到极速模式'
    document.body.innerHTML =
      '<div style="max-width:560px;margin:80px auto;padding:0 24px;font:18px/1.8 \'Microsoft YaHei\',SimSun,sans-serif;color:#211d18">' +
      '<h1 style="font-size:28px">请切换到极速模式</h1>' +
      '<p>当前浏览器（或“兼容模式”）版本过低，打不开办公端。</p>' +
      '<p>360、QQ、搜狗等浏览器：点地址栏右侧的“e”或“闪电”图标，选“极速模式”，然后刷新。</p>' +
      '<p>仍打不开：请安装 87 以上版本的 Chrome、Edge、360 或 UOS 浏览器，或者请单位信息员协助。</p></div>'
  }
  if (document.addEventListener) document.addEventListener('DOMContentLoaded', show)
  else window.attachEvent('onload', show)
})()
