// The README's own words become the project.
def text = new File(readme).getText("UTF-8")
def block = text.split("```xml\n")[1].split("```")[0]
def (dependency, plugin) = block.split(/\n\.\.\.\n/)
def pom = new File(basedir, "pom.xml")
pom.setText(
    pom.getText("UTF-8")
        .replace("<!-- README: dependency -->", dependency)
        .replace("<!-- README: plugin -->", plugin),
    "UTF-8")
