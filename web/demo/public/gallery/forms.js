// A list that only a script fills, and a state that no attribute has.
document.getElementById("mixed").indeterminate = true;
document.querySelector("[name=text]").value = "Ada Lovelace";
