const { width, height } = document.getElementById("canvas");
const context = document.getElementById("canvas").getContext("2d");
context.fillStyle = "#dfe8d8";
context.fillRect(0, 0, width, height);
context.fillStyle = "#3c6b57";
context.font = "32px sans-serif";
context.fillText("On a canvas", 40, 70);

const picture = document.createElement("canvas");
picture.width = picture.height = 120;
const paint = picture.getContext("2d");
paint.fillStyle = "#b3541e";
paint.fillRect(20, 20, 80, 80);
picture.toBlob((blob) => (document.getElementById("blob").src = URL.createObjectURL(blob)));

const dialog = document.getElementById("dialog");
document.getElementById("open-dialog").addEventListener("click", () => dialog.showModal());
dialog.querySelector("button").addEventListener("click", () => dialog.close());
