// Lays the two pictures of a comparison over each other. Without script they stand side by side.
;(() => {
  var boxes = document.querySelectorAll('.compare')
  Array.prototype.forEach.call(boxes, box => {
    var label = box.querySelector('.compare-slide')
    var input = label.querySelector('input')
    var move = () => {
      box.style.setProperty('--at', String(input.value / 100))
    }
    label.hidden = false
    box.classList.add('over')
    input.addEventListener('input', move)
    move()
  })
})()
